-- People: what the directory is searched and sorted by, how someone leaves the list, and two records becoming one.

create or replace function pg_temp.lock_down(target regclass, readable text, writable text) returns void language plpgsql as $$
declare
  shorthand constant text[][] := array[
    ['{here}',   'institution_id = nullif(current_setting(''app.institution'', true), '''')::uuid'],
    ['{whole}',  'current_setting(''app.whole'', true) = ''on'''],
    ['{keeps}',  'current_setting(''app.keeps'', true) = ''on'''],
    ['{units}',  'any (string_to_array(current_setting(''app.units'', true), '','')::uuid[])']];
begin
  -- Whoever may only look at all of it may write none of it.
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
end $$;

-- ── To find and to sort ──────────────────────────────────────────────────────────────────────────────────
-- Bytes in their order: the same on every machine, and comparisons that an index answers. Row security lets only leakproof operators
-- into an index; equality, < and >= of texts are, `like` and `&&` are not. So what is looked for anywhere in a name is kept
-- as columns that begin there, and every search is a range.

drop index person_reading;
alter table person alter column name type text collate "C";
alter table person alter column reading type text collate "C";
alter table person alter column initials type text collate "C";
alter table person
  add column stroke_key text collate "C" not null default '',
  add column merged_into uuid,
  add column former_ids uuid[] not null default '{}',
  add column name_plain text collate "C" generated always as (replace(replace(name, '·', ''), ' ', '')) stored,
  add column name_from_2 text collate "C" generated always as (substr(replace(replace(name, '·', ''), ' ', ''), 2)) stored,
  add column name_from_3 text collate "C" generated always as (substr(replace(replace(name, '·', ''), ' ', ''), 3)) stored,
  add column name_after_dot text collate "C" generated always as (split_part(name, '·', 2)) stored,
  add column reading_plain text collate "C" generated always as (replace(reading, ' ', '')) stored,
  add column reading_short text collate "C" generated always as (split_part(reading, ' ', 1) || substr(initials, 2)) stored,
  add foreign key (institution_id, merged_into) references person (institution_id, person_id);
create index person_reading on person (institution_id, reading, name, person_id);
create index person_strokes on person (institution_id, stroke_key, reading, person_id);
create index person_name on person (institution_id, name);
create index person_name_plain on person (institution_id, name_plain);
create index person_name_from_2 on person (institution_id, name_from_2);
create index person_name_from_3 on person (institution_id, name_from_3);
create index person_name_after_dot on person (institution_id, name_after_dot) where name_after_dot <> '';
create index person_reading_plain on person (institution_id, reading_plain);
create index person_reading_short on person (institution_id, reading_short);
create index person_initials on person (institution_id, initials);
comment on column person.stroke_key is 'Strokes and code of each sign of the name; to sort by strokes';
comment on column person.merged_into is 'The record into which this one was merged; it is then shown nowhere, and comes back when the merge is undone';
comment on column person.former_ids is 'Ids of the records merged into this one: what is written under them in histories stays the person’s own';
comment on column person.name_plain is 'The name without dots and blanks; to find';
comment on column person.name_from_2 is 'The name from its second sign on; to find';
comment on column person.name_from_3 is 'The name from its third sign on; to find';
comment on column person.name_after_dot is 'What follows the dot of a name; to find';
comment on column person.reading_plain is 'The reading without blanks; to find';
comment on column person.reading_short is 'The surname’s reading with the other initials; to find';

create index standing_kind on standing (institution_id, kind, level);
create index pairing_active on pairing (institution_id, representative_id) where status = 'active';

-- ── To leave the list ────────────────────────────────────────────────────────────────────────────────────

alter table representative
  add column left_reason text check (left_reason in ('standingOver', 'movedAway', 'ownWish', 'joinedParty', 'deceased', 'other')),
  add column left_words text;
comment on column representative.left_reason is 'Why someone is on the list no more, as a kind that says nothing about the person';
comment on column representative.left_words is 'The reason in words, where the kind does not say it; the person may read it';
alter table dated_fact drop constraint dated_fact_kind_check;
alter table dated_fact add constraint dated_fact_kind_check check (kind in ('retired', 'abroad', 'leave', 'deceased'));
create index dated_fact_person on dated_fact (institution_id, person_id);

-- ── Two records that were one person ─────────────────────────────────────────────────────────────────────

create table person_merge (
  institution_id uuid not null,
  merge_id uuid not null,
  kept_id uuid not null,
  other_id uuid not null,
  unit_id uuid not null,
  other_unit_id uuid not null,
  kept_name text not null,
  other_name text not null,
  kept_version integer not null,
  merged_by uuid not null,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  version integer not null default 1,
  primary key (institution_id, merge_id),
  foreign key (institution_id, kept_id) references person (institution_id, person_id),
  foreign key (institution_id, other_id) references person (institution_id, person_id)
);
create index person_merge_at on person_merge (institution_id, merged_at);
comment on table person_merge is 'Two records of one person made one; what moved stands in its effects, so that it can be taken back for 30 days';
comment on column person_merge.kept_name is 'How the record that stayed was named then, for the list of merges';
comment on column person_merge.other_name is 'How the record that went was named, for the list of merges';
comment on column person_merge.kept_version is 'The version that the merge gave the record; a later one means that it was changed since';
select pg_temp.lock_down('person_merge',
  '{here} and ({whole} or (unit_id = {units} and other_unit_id = {units}))',
  '{here} and ({whole} or (unit_id = {units} and other_unit_id = {units}))');

create table person_merge_effect (
  institution_id uuid not null,
  merge_id uuid not null,
  ordinal integer not null,
  unit_id uuid not null,
  other_unit_id uuid not null,
  record_table text not null,
  record_key jsonb not null,
  before jsonb not null,
  after jsonb,
  primary key (institution_id, merge_id, ordinal),
  foreign key (institution_id, merge_id) references person_merge (institution_id, merge_id)
);
comment on table person_merge_effect is 'Each record that a merge changed or took away, with what it held, in order';
comment on column person_merge_effect.before is 'What the named columns held; the whole record where it was taken away';
comment on column person_merge_effect.after is 'What they held afterwards; null where the record was taken away';
select pg_temp.lock_down('person_merge_effect',
  '{here} and ({whole} or (unit_id = {units} and other_unit_id = {units}))',
  '{here} and ({whole} or (unit_id = {units} and other_unit_id = {units}))');

grant select, insert, update, delete on person_merge, person_merge_effect to zhengyou_app;
revoke update, delete on person_merge_effect from zhengyou_app;

drop function pg_temp.lock_down(regclass, text, text);
