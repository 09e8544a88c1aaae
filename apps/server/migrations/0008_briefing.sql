-- Briefings to the leadership team of the same level, and the page that tells representatives what came of what they said.
-- A draft is seen by those who keep the briefings alone; what was issued by its recipients, and by those who check.
-- `recipient_ids` and `issued_on` repeat in the items what the briefing says, because a row policy names columns only.

create or replace function pg_temp.lock_down(target regclass, readable text, writable text) returns void language plpgsql as $$
declare
  shorthand constant text[][] := array[
    ['{here}',  'institution_id = nullif(current_setting(''app.institution'', true), '''')::uuid'],
    ['{whole}', 'current_setting(''app.whole'', true) = ''on'''],
    ['{keeps}', 'current_setting(''app.keeps'', true) = ''on'''],
    ['{selves}', 'string_to_array(current_setting(''app.self'', true), '','')::uuid[]'],
    ['{self}',  'any (string_to_array(current_setting(''app.self'', true), '','')::uuid[])']];
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

create table briefing_counter (
  institution_id uuid not null references institution,
  year integer not null,
  last integer not null,
  primary key (institution_id, year)
);
comment on table briefing_counter is 'The last number given in a year; taken in the transaction that issues, so that none is missing';
select pg_temp.lock_down('briefing_counter', '{here} and {keeps}', '{here} and {keeps}');

create table briefing (
  institution_id uuid not null references institution,
  briefing_id uuid not null,
  status text not null check (status in ('drafted', 'handed', 'approved', 'issued')),
  title text not null,
  opening text not null default '',
  closing text not null default '',
  year integer,
  ordinal integer,
  issued_on date,
  recipient_ids uuid[] not null default '{}',
  changed_on date not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (institution_id, briefing_id),
  unique (institution_id, year, ordinal),
  check ((status = 'issued') = (issued_on is not null and year is not null and ordinal is not null))
);
create index briefing_latest on briefing (institution_id, changed_on desc, briefing_id);
create index briefing_recipients on briefing using gin (recipient_ids);
comment on table briefing is 'A briefing to the leadership team of the same level; its status follows from its steps, written by the same fold';
comment on column briefing.recipient_ids is 'Those to whom it was issued; empty until then';
select pg_temp.lock_down('briefing',
  '{here} and ({keeps} or (issued_on is not null and ({whole} or recipient_ids && {selves})))', '{here} and {keeps}');

create table briefing_item (
  institution_id uuid not null,
  briefing_id uuid not null,
  ordinal integer not null,
  matter_id uuid,
  matter_number text,
  kind text check (kind in ('opinion', 'suggestion', 'difficulty')),
  heading text not null,
  words text not null,
  named_as text[] not null default '{}',
  raised_by integer not null default 0,
  issued_on date,
  recipient_ids uuid[] not null default '{}',
  primary key (institution_id, briefing_id, ordinal),
  foreign key (institution_id, briefing_id) references briefing (institution_id, briefing_id),
  foreign key (institution_id, matter_id) references matter (institution_id, matter_id)
);
create index briefing_item_matter on briefing_item (institution_id, matter_id);
comment on table briefing_item is 'One thing that a briefing reports, in generalised words';
comment on column briefing_item.named_as is 'Names of those who agreed to be named; nobody else is named';
comment on column briefing_item.raised_by is 'How many raised it';
comment on column briefing_item.words is 'Generalised words: never a copy of what the person said';
select pg_temp.lock_down('briefing_item',
  '{here} and ({keeps} or (issued_on is not null and ({whole} or recipient_ids && {selves})))', '{here} and {keeps}');

create table briefing_step (
  institution_id uuid not null,
  briefing_id uuid not null,
  ordinal integer not null,
  action text not null check (action in ('draft', 'write', 'handOver', 'return', 'approve', 'issue')),
  actor_id uuid not null,
  actor_name text not null,
  on_day date not null,
  at timestamptz not null,
  words text,
  request_key text not null,
  primary key (institution_id, briefing_id, ordinal),
  foreign key (institution_id, briefing_id) references briefing (institution_id, briefing_id)
);
comment on table briefing_step is 'Each step of a briefing, appended and never changed; the state follows from them';
comment on column briefing_step.words is 'Why it was returned, or why a telling wording must stand';
select pg_temp.lock_down('briefing_step', '{here} and {keeps}', '{here} and {keeps}');

create table briefing_recipient (
  institution_id uuid not null,
  briefing_id uuid not null,
  person_id uuid not null,
  name text not null,
  title text not null,
  place integer not null,
  read_on date,
  primary key (institution_id, briefing_id, person_id),
  foreign key (institution_id, briefing_id) references briefing (institution_id, briefing_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
comment on table briefing_recipient is 'To whom a briefing was issued, and when they read it';
comment on column briefing_recipient.name is 'As they were called then';
comment on column briefing_recipient.title is 'The post by which they received it';
comment on column briefing_recipient.read_on is 'The day on which they said that they had read it';
select pg_temp.lock_down('briefing_recipient',
  '{here} and ({whole} or {keeps} or person_id = {self})', '{here} and ({keeps} or person_id = {self})');

create table briefing_instruction (
  institution_id uuid not null,
  briefing_id uuid not null,
  instruction_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  words text not null,
  items integer[] not null default '{}',
  on_day date not null,
  at timestamptz not null,
  recorded_as text,
  passed_on date,
  passed_by text,
  passed_to text[] not null default '{}',
  primary key (institution_id, instruction_id),
  -- Whoever did not receive it gives no instruction on it.
  foreign key (institution_id, briefing_id, person_id) references briefing_recipient (institution_id, briefing_id, person_id)
);
create index briefing_instruction_briefing on briefing_instruction (institution_id, briefing_id, at);
comment on table briefing_instruction is 'What a member of the leadership team instructs on a briefing; the words are never changed';
comment on column briefing_instruction.words is 'In the words of whoever gave it';
comment on column briefing_instruction.recorded_as is 'Who wrote it down for them, where they wrote on paper';
comment on column briefing_instruction.passed_to is 'Numbers of the matters to which the office attached it';
select pg_temp.lock_down('briefing_instruction',
  '{here} and ({whole} or {keeps} or person_id = {self})', '{here} and ({keeps} or person_id = {self})');

create table you_said (
  institution_id uuid not null references institution,
  period text not null check (period ~ '^20\d\d-H[12]$'),
  counts jsonb not null,
  lines jsonb not null,
  issued_on date not null,
  version integer not null default 1,
  primary key (institution_id, period)
);
comment on table you_said is 'What came in a half-year of what representatives said: counts and generalised lines, without a person';
select pg_temp.lock_down('you_said', '{here}', '{here} and {keeps}');

grant select, insert, update, delete on briefing_counter, briefing, briefing_item, briefing_recipient, you_said to zhengyou_app;
grant select, insert on briefing_step, briefing_instruction to zhengyou_app;
grant update (passed_on, passed_by, passed_to) on briefing_instruction to zhengyou_app;
revoke delete on briefing_counter, briefing, briefing_recipient, you_said from zhengyou_app;

drop function pg_temp.lock_down(regclass, text, text);
