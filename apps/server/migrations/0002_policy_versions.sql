-- The measures as versions: a draft is handed in, looked at, passed by a second person, and becomes a version with a day on
-- which it begins. What the house sets for itself has a version of its own, to be ended and not edited.

create or replace function pg_temp.lock_down(target regclass, readable text, writable text) returns void language plpgsql as $$
declare
  shorthand constant text[][] := array[
    ['{here}',   'institution_id = nullif(current_setting(''app.institution'', true), '''')::uuid'],
    ['{whole}',  'current_setting(''app.whole'', true) = ''on'''],
    ['{keeps}',  'current_setting(''app.keeps'', true) = ''on'''],
    ['{actor}',  'nullif(current_setting(''app.actor'', true), '''')::uuid'],
    ['{units}',  'any (string_to_array(current_setting(''app.units'', true), '','')::uuid[])'],
    ['{self}',   'any (string_to_array(current_setting(''app.self'', true), '','')::uuid[])'],
    ['{selves}', 'string_to_array(current_setting(''app.self'', true), '','')::uuid[]'],
    ['{people}', 'any (string_to_array(current_setting(''app.people'', true), '','')::uuid[])']];
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

-- ── Drafts of the measures, and what happened to each ────────────────────────────────────────────────────

create table policy_draft (
  institution_id uuid not null references institution,
  draft_id uuid not null,
  file_name text not null,
  text text not null,
  sha256 text not null,
  status text not null check (status in ('open', 'submitted', 'approved', 'withdrawn')),
  based_on uuid,
  starts_on date,
  note text,
  counts jsonb,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (institution_id, draft_id),
  foreign key (institution_id, based_on) references policy_version (institution_id, policy_id)
);
comment on table policy_draft is 'An edited file of the measures on its way into force; its text is kept as it was handed in';
comment on column policy_draft.counts is 'How many change state, by room, as it stood when the draft was handed to the second person';
select pg_temp.lock_down('policy_draft', '{here} and {whole}', '{here} and {whole}');

create table policy_step (
  institution_id uuid not null references institution,
  draft_id uuid not null,
  ordinal integer not null,
  action text not null check (action in ('upload', 'copy', 'edit', 'submit', 'return', 'withdraw', 'approve', 'undo')),
  sha256 text not null,
  starts_on date,
  reason text,
  actor_id uuid not null,
  at timestamptz not null,
  primary key (institution_id, draft_id, ordinal),
  foreign key (institution_id, draft_id) references policy_draft (institution_id, draft_id),
  foreign key (institution_id, actor_id) references person (institution_id, person_id)
);
comment on table policy_step is 'What happened to a draft of the measures and to the version it became, appended and never changed';
select pg_temp.lock_down('policy_step', '{here} and {whole}', '{here} and {whole}');

alter table policy_version
  add column status text not null default 'approved' check (status in ('approved', 'undone')),
  add column text text,
  add column sha256 text,
  add column draft_id uuid,
  add column row_version integer not null default 1,
  add foreign key (institution_id, draft_id) references policy_draft (institution_id, draft_id);
comment on column policy_version.text is 'The file as it was handed in; null for what was loaded before files were kept';
comment on column policy_version.version is 'Counts the versions of the institution; an undone one keeps its number';
comment on column policy_version.row_version is 'Counts the changes of this row';
-- Two versions never begin on one day: of two that are passed at the same moment the second finds the first.
create unique index policy_version_begins on policy_version (institution_id, starts_on) where status = 'approved';

-- ── What the house sets for itself ───────────────────────────────────────────────────────────────────────

alter table local_setting drop constraint local_setting_kind_check;
alter table local_setting
  add constraint local_setting_kind_check check (kind in
    ('firstTalkBy', 'recordWithin', 'reportWithin', 'replyWithin', 'requestWithin', 'achievementWithin', 'hardshipWithin')),
  add column set_by uuid,
  add column created_at timestamptz not null default now(),
  add column version integer not null default 1;

grant select, insert, update, delete on policy_draft to zhengyou_app;
grant select, insert on policy_step to zhengyou_app;
revoke delete on policy_draft, policy_version, local_setting from zhengyou_app;
