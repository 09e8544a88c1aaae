-- How a pair comes to be: recommended, answered, published, asked to change, ended; wishes and ties; offices as counterparts;
-- drafts of the board, the sandbox of a renewal, and the plans that were asked for.

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

-- ── Drafts ───────────────────────────────────────────────────────────────────────────────────────────────

create table pairing_draft (
  institution_id uuid not null references institution,
  draft_id uuid not null,
  name text not null,
  kind text not null check (kind in ('board', 'renewal')),
  status text not null default 'open' check (status in ('open', 'sent', 'undone', 'discarded')),
  tier text,
  unit_id uuid,
  effective_on date not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  sent_at timestamptz,
  sent_on date,
  version integer not null default 1,
  primary key (institution_id, draft_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
comment on table pairing_draft is 'A named plan of the board: what it would change stands in its lines, its sandbox in its facts; nothing else changes before it is sent';
comment on column pairing_draft.unit_id is 'The unit whose own plan it is; null for the institution';
comment on column pairing_draft.effective_on is 'The day on which the plan is looked at, and from which it is to hold';
select pg_temp.lock_down('pairing_draft', '{here} and ({whole} or unit_id = {units})', '{here} and ({whole} or unit_id = {units})');

-- A line says what differs from the pairs as they are, so that what changes elsewhere meanwhile is not taken back.
create table pairing_draft_line (
  institution_id uuid not null,
  draft_id uuid not null,
  leader_id uuid not null,
  representative_id uuid not null,
  unit_id uuid,
  kind text not null check (kind in ('add', 'drop', 'pin')),
  from_leader_id uuid,
  reason text,
  reason_en text,
  clause text,
  primary key (institution_id, draft_id, leader_id, representative_id, kind),
  foreign key (institution_id, draft_id) references pairing_draft (institution_id, draft_id) on delete cascade,
  foreign key (institution_id, leader_id) references person (institution_id, person_id),
  foreign key (institution_id, representative_id) references person (institution_id, person_id)
);
comment on table pairing_draft_line is 'One difference of a draft from the pairs as they are: put together, taken apart, or pinned';
comment on column pairing_draft_line.unit_id is 'The unit of the draft, for the row policy';
comment on column pairing_draft_line.from_leader_id is 'For one who moves: the leader whose pair ends when this one is published';
comment on column pairing_draft_line.reason is 'Why, as whoever moved it or the solver said; about the change, not about a person';
select pg_temp.lock_down('pairing_draft_line', '{here} and ({whole} or unit_id = {units})', '{here} and ({whole} or unit_id = {units})');

create table pairing_draft_fact (
  institution_id uuid not null,
  draft_id uuid not null,
  fact_id uuid not null,
  unit_id uuid,
  person_id uuid not null,
  kind text not null check (kind in ('postBegins', 'postEnds', 'standingBegins', 'standingEnds', 'leavesList')),
  on_day date not null,
  post_id uuid,
  post_unit_id uuid,
  standing_id uuid,
  standing_kind text,
  level text,
  role text,
  written text,
  charge text,
  ends_on date,
  precision text check (precision in ('year', 'month', 'day')),
  primary key (institution_id, draft_id, fact_id),
  foreign key (institution_id, draft_id) references pairing_draft (institution_id, draft_id) on delete cascade,
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
comment on table pairing_draft_fact is 'A term, a post or a standing in the sandbox of a renewal; it enters the records when the renewal is published';
comment on column pairing_draft_fact.on_day is 'The first day on which the new fact holds, or on which the old one no longer does';
select pg_temp.lock_down('pairing_draft_fact', '{here} and ({whole} or unit_id = {units})', '{here} and ({whole} or unit_id = {units})');

create table pairing_solve (
  institution_id uuid not null,
  solve_id uuid not null,
  draft_id uuid not null,
  unit_id uuid,
  draft_version integer not null,
  status text not null check (status in ('running', 'done', 'bestSoFar', 'infeasible', 'cancelled', 'failed')),
  progress jsonb,
  result jsonb,
  started_by uuid not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  applied_at timestamptz,
  primary key (institution_id, solve_id),
  foreign key (institution_id, draft_id) references pairing_draft (institution_id, draft_id) on delete cascade
);
create index pairing_solve_draft on pairing_solve (institution_id, draft_id, started_at);
comment on table pairing_solve is 'A plan that was asked for: how far it is, and what came of it';
comment on column pairing_solve.seen_at is 'Last sign of life; a solving without one has been interrupted';
select pg_temp.lock_down('pairing_solve', '{here} and ({whole} or unit_id = {units})', '{here} and ({whole} or unit_id = {units})');

-- ── Offices as counterparts ──────────────────────────────────────────────────────────────────────────────

create table pairing_office (
  institution_id uuid not null references institution,
  office_id uuid not null,
  name text not null,
  leader_id uuid not null,
  unit_id uuid not null,
  tier text not null,
  standing_kind text not null,
  level text,
  role text,
  body text not null,
  since_on date not null,
  closed_on date,
  version integer not null default 1,
  primary key (institution_id, office_id),
  foreign key (institution_id, leader_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
comment on table pairing_office is 'A leader befriends whoever holds this office; who that is follows from the standings of the day';
comment on column pairing_office.unit_id is 'The unit of the leader';
comment on column pairing_office.body is 'The body as the standings name it';
select pg_temp.lock_down('pairing_office',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self})', '{here} and ({whole} or unit_id = {units})');

-- ── The pair itself ──────────────────────────────────────────────────────────────────────────────────────

alter table pairing drop constraint pairing_status_check;
alter table pairing add constraint pairing_status_check
  check (status in ('recommended', 'confirmed', 'active', 'declined', 'anotherAsked', 'withdrawn', 'ended'));
-- A pair that has not been published holds on no day.
alter table pairing alter column starts_on drop not null;
alter table pairing
  add column waiting_since date,
  add column change_asked_on date,
  add column replaces_id uuid,
  add column draft_id uuid,
  add column office_id uuid,
  add foreign key (institution_id, draft_id) references pairing_draft (institution_id, draft_id),
  add foreign key (institution_id, office_id) references pairing_office (institution_id, office_id);
comment on column pairing.waiting_since is 'Since when the leader has been asked and has not answered';
comment on column pairing.change_asked_on is 'Since when the representative has asked for another leader and has not been answered';
comment on column pairing.replaces_id is 'The pair that ends on the day on which this one is published';
drop index pairing_once;
create unique index pairing_once on pairing (institution_id, leader_id, representative_id)
  where status in ('recommended', 'confirmed', 'active');
create index pairing_draft_pairs on pairing (institution_id, draft_id) where draft_id is not null;

-- Each side takes its own step and no other: the leader answers what waits, the representative asks while it holds.
drop policy changeable on pairing;
create policy changeable on pairing for update using (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid and (
    current_setting('app.keeps', true) = 'on'
    or unit_id = any (string_to_array(current_setting('app.units', true), ',')::uuid[])
    or (leader_id = any (string_to_array(current_setting('app.self', true), ',')::uuid[]) and status = 'recommended')
    or (representative_id = any (string_to_array(current_setting('app.self', true), ',')::uuid[]) and status = 'active'))
) with check (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid and (
    current_setting('app.keeps', true) = 'on'
    or unit_id = any (string_to_array(current_setting('app.units', true), ',')::uuid[])
    or (leader_id = any (string_to_array(current_setting('app.self', true), ',')::uuid[])
      and status in ('confirmed', 'declined', 'anotherAsked'))
    or (representative_id = any (string_to_array(current_setting('app.self', true), ',')::uuid[]) and status = 'active'))
);

alter table pairing_step drop constraint pairing_step_action_check;
alter table pairing_step add constraint pairing_step_action_check check (action in ('enter', 'recommend', 'decide', 'confirm',
  'decline', 'askAnother', 'withdraw', 'publish', 'requestChange', 'keep', 'end', 'reinstate'));
alter table pairing_step
  add column actor_name text,
  add column cause text,
  add column note text,
  add column draft_id uuid;
comment on column pairing_step.actor_name is 'Who did it, as they were called then; both sides may know it';
comment on column pairing_step.cause is 'A choice about the side that answers or asks, never about the other';
comment on column pairing_step.reason is 'In words that both sides may read';
comment on column pairing_step.note is 'A word to the leader that came with the recommendation; both sides may read it';
drop policy insertable on pairing_step;
create policy insertable on pairing_step for insert with check (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid and (
    current_setting('app.keeps', true) = 'on'
    or unit_id = any (string_to_array(current_setting('app.units', true), ',')::uuid[])
    or (leader_id = any (string_to_array(current_setting('app.self', true), ',')::uuid[])
      and actor_id = nullif(current_setting('app.actor', true), '')::uuid and action in ('confirm', 'decline', 'askAnother'))
    or (representative_id = any (string_to_array(current_setting('app.self', true), ',')::uuid[])
      and actor_id = nullif(current_setting('app.actor', true), '')::uuid and action = 'requestChange'))
);

-- ── Wishes and ties ──────────────────────────────────────────────────────────────────────────────────────

create table pairing_wish (
  institution_id uuid not null,
  wish_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('ownUnit', 'otherUnit', 'stay', 'change', 'words')),
  words text,
  since_on date not null,
  told_to text,
  version integer not null default 1,
  primary key (institution_id, wish_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
create index pairing_wish_person on pairing_wish (institution_id, person_id);
comment on table pairing_wish is 'What someone would like for oneself when pairs are made; nothing about another person';
comment on column pairing_wish.words is 'In the person’s own words; read by the person and by whoever keeps the list';
comment on column pairing_wish.told_to is 'Who wrote it down, where it was not the person';
-- Whoever only checks does not read wishes.
select pg_temp.lock_down('pairing_wish',
  '{here} and ({keeps} or unit_id = {units} or person_id = {self})', '{here} and ({whole} or unit_id = {units} or person_id = {self})');

create table pairing_conflict (
  institution_id uuid not null,
  conflict_id uuid not null,
  leader_id uuid not null,
  representative_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('superior', 'household', 'declared')),
  since_on date not null,
  declared_by uuid not null,
  declared_by_name text not null,
  version integer not null default 1,
  primary key (institution_id, conflict_id),
  unique (institution_id, leader_id, representative_id),
  foreign key (institution_id, leader_id) references person (institution_id, person_id),
  foreign key (institution_id, representative_id) references person (institution_id, person_id)
);
comment on table pairing_conflict is 'Two people who are not to be paired, and of which kind the tie is; both may read it, nothing more is held';
comment on column pairing_conflict.unit_id is 'The unit of the leader';
select pg_temp.lock_down('pairing_conflict',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_id = {self})',
  '{here} and ({whole} or unit_id = {units})');
-- A leader who declines because of a tie declares it with the same answer.
drop policy insertable on pairing_conflict;
create policy insertable on pairing_conflict for insert with check (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid and (
    current_setting('app.keeps', true) = 'on'
    or unit_id = any (string_to_array(current_setting('app.units', true), ',')::uuid[])
    or (leader_id = any (string_to_array(current_setting('app.self', true), ',')::uuid[])
      and declared_by = nullif(current_setting('app.actor', true), '')::uuid))
);

grant select, insert, update, delete on pairing_draft, pairing_draft_line, pairing_draft_fact, pairing_solve, pairing_office,
  pairing_wish, pairing_conflict to zhengyou_app;
