/**
 * What every migration may call: `select pg_temp.lock_down('table', readable, writable)` enables and forces row security on
 * a table, with the conditions written in the shorthand below. The files up to 0010 bring their own copy, which they drop.
 */
export const LOCK_DOWN_SINCE = 11;

/** Shorthand of a row policy's condition, and what it stands for. Policies name columns and settings only. */
const SHORTHAND: Readonly<Record<string, string>> = {
  '{here}': `institution_id = nullif(current_setting('app.institution', true), '')::uuid`,
  '{whole}': `current_setting('app.whole', true) = 'on'`,
  '{keeps}': `current_setting('app.keeps', true) = 'on'`,
  '{actor}': `nullif(current_setting('app.actor', true), '')::uuid`,
  '{units}': `any (string_to_array(current_setting('app.units', true), ',')::uuid[])`,
  '{self}': `any (string_to_array(current_setting('app.self', true), ',')::uuid[])`,
  '{selves}': `string_to_array(current_setting('app.self', true), ',')::uuid[]`,
  '{people}': `any (string_to_array(current_setting('app.people', true), ',')::uuid[])`,
  '{desks}': `string_to_array(current_setting('app.desks', true), ',')::uuid[]`,
  '{matters}': `any (string_to_array(current_setting('app.matters', true), ',')::uuid[])`,
};

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Whoever may only look at all of it may write none of it: `{whole}` in `writable` is read as `{keeps}`. */
export const CREATE_LOCK_DOWN = `
create or replace function pg_temp.lock_down(target regclass, readable text, writable text) returns void language plpgsql as $lock$
declare
  shorthand constant text[][] := array[${Object.entries(SHORTHAND)
    .map(([short, long]) => `[${quoted(short)}, ${quoted(long)}]`)
    .join(', ')}];
begin
  writable := replace(writable, '{whole}', '{keeps}');
  for i in 1 .. array_length(shorthand, 1) loop
    readable := replace(readable, shorthand[i][1], shorthand[i][2]);
    writable := replace(writable, shorthand[i][1], shorthand[i][2]);
  end loop;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy readable on %s for select using (%s)', target, readable);
  execute format('create policy insertable on %s for insert with check (%s)', target, writable);
  execute format('create policy changeable on %s for update using (%s) with check (%s)', target, writable, writable);
  execute format('create policy removable on %s for delete using (%s)', target, writable);
end $lock$`;
