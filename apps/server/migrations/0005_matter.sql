-- Opinions, suggestions and difficulties. What a department reads (`matter`, its points, steps and replies) holds no person:
-- who raised it stands in `matter_proposer`, their own words in `matter_said`, each behind a policy of its own.
--   app.desks    departments in whose name one answers    app.matters  matters of one's own, opened in this request
--   app.answer   hash of the token of a link without sign-in
-- `desk_ids` and `unit_id` repeat in the children what the matter says, because a row policy names columns only; they alone
-- may be changed in the history.

create or replace function pg_temp.lock_down(target regclass, readable text, writable text) returns void language plpgsql as $$
declare
  shorthand constant text[][] := array[
    ['{here}',    'institution_id = nullif(current_setting(''app.institution'', true), '''')::uuid'],
    ['{whole}',   'current_setting(''app.whole'', true) = ''on'''],
    ['{keeps}',   'current_setting(''app.keeps'', true) = ''on'''],
    ['{units}',   'any (string_to_array(current_setting(''app.units'', true), '','')::uuid[])'],
    ['{self}',    'any (string_to_array(current_setting(''app.self'', true), '','')::uuid[])'],
    ['{desks}',   'string_to_array(current_setting(''app.desks'', true), '','')::uuid[]'],
    ['{matters}', 'any (string_to_array(current_setting(''app.matters'', true), '','')::uuid[])']];
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

create table matter_counter (
  institution_id uuid not null references institution,
  year integer not null,
  last integer not null,
  primary key (institution_id, year)
);
comment on table matter_counter is 'The last number given in a year; taken in the transaction that registers, so that none is missing';
select pg_temp.lock_down('matter_counter', '{here}', '{here}');

create table matter (
  institution_id uuid not null references institution,
  matter_id uuid not null,
  year integer not null,
  ordinal integer not null,
  kind text not null check (kind in ('opinion', 'suggestion', 'difficulty')),
  origin text not null check (origin in ('talk', 'own', 'tour', 'symposium', 'ledger')),
  status text not null check (status in ('registered', 'reported', 'assigned', 'inProgress', 'waiting', 'drafted',
    'reviewed', 'replied', 'confirmed', 'closed', 'merged', 'withdrawn')),
  disposition text check (disposition in ('accepted', 'reference', 'declined')),
  unit_id uuid not null,
  lead_unit_id uuid,
  desk_ids uuid[] not null default '{}',
  named boolean not null default false,
  title text,
  bigrams text[] not null default '{}',
  round integer not null default 1,
  registered_on date not null,
  status_on date not null,
  replied_on date,
  next_on date,
  lead_next_on date,
  clocks_under text,
  points integer not null,
  points_replied integer not null default 0,
  state jsonb not null,
  merged_into uuid,
  split_from uuid,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (institution_id, matter_id),
  unique (institution_id, year, ordinal),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, lead_unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, merged_into) references matter (institution_id, matter_id),
  foreign key (institution_id, split_from) references matter (institution_id, matter_id),
  foreign key (institution_id, import_id) references import_run (institution_id, import_id)
);
create index matter_open on matter (institution_id, next_on, matter_id)
  where status not in ('closed', 'merged', 'withdrawn');
create index matter_status on matter (institution_id, status, next_on);
create index matter_lead on matter (institution_id, lead_unit_id, status, lead_next_on);
create index matter_replied on matter (institution_id, lead_unit_id, replied_on) where replied_on is not null;
create index matter_unit on matter (institution_id, unit_id, status);
create index matter_number on matter (institution_id, year desc, ordinal desc);
create index matter_desks on matter using gin (desk_ids) where status not in ('closed', 'merged', 'withdrawn');
create index matter_bigrams on matter using gin (bigrams);
create index matter_stale on matter (institution_id, clocks_under)
  where status not in ('closed', 'merged', 'withdrawn');
comment on table matter is 'Something that was raised, as those who handle it read it: no person, and only the text released for handling';
comment on column matter.unit_id is 'The unit whose leadership team it is addressed to';
comment on column matter.desk_ids is 'Departments to which it has been handed: lead and co-handlers';
comment on column matter.named is 'Whether every proposer agreed to be named';
comment on column matter.title is 'The title as released for handling; the proposer’s own stands in matter_said';
comment on column matter.bigrams is 'Of the released text, to find answered matters that are alike';
comment on column matter.state is 'What follows from the steps, written by the same fold; no deadline is in it';
comment on column matter.next_on is 'The earliest day of a clock under the rules named in clocks_under; to sort by, never shown';
comment on column matter.lead_next_on is 'The same for the leading department’s clocks';
comment on column matter.clocks_under is 'Fingerprint of the rules and calendar under which the days to sort by were computed';
select pg_temp.lock_down('matter',
  '{here} and ({whole} or unit_id = {units} or desk_ids && {desks} or matter_id = {matters})',
  '{here} and ({whole} or unit_id = {units} or desk_ids && {desks} or matter_id = {matters})');

create table matter_proposer (
  institution_id uuid not null,
  matter_id uuid not null,
  party integer not null,
  person_id uuid not null,
  person_name text not null,
  leader_id uuid,
  leader_name text,
  unit_id uuid not null,
  desk_ids uuid[] not null default '{}',
  named boolean not null,
  interaction_id uuid,
  point_id uuid,
  channel text,
  merged_from text,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (institution_id, matter_id, party),
  foreign key (institution_id, matter_id) references matter (institution_id, matter_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, leader_id) references person (institution_id, person_id)
);
create index matter_proposer_person on matter_proposer (institution_id, person_id);
create index matter_proposer_leader on matter_proposer (institution_id, leader_id);
create index matter_proposer_point on matter_proposer (institution_id, point_id);
create index matter_proposer_interaction on matter_proposer (institution_id, interaction_id);
comment on table matter_proposer is 'Who raised a matter; an unnamed one is known to themselves, to the leader who heard it, and to those who keep it';
comment on column matter_proposer.person_name is 'As they were called then; to deliver the reply';
comment on column matter_proposer.leader_name is 'The leader who heard it, as called then';
comment on column matter_proposer.named is 'The person’s own choice; views travel without names unless they agree';
comment on column matter_proposer.merged_from is 'The number of the matter that they raised, where it was merged into this one';
comment on column matter_proposer.party is 'Their place among those who raised it; what is appended names the place, never the person';
comment on column matter_proposer.withdrawn_at is 'When they withdrew; nothing is delivered to them afterwards';
select pg_temp.lock_down('matter_proposer',
  '{here} and ({keeps} or unit_id = {units} or person_id = {self} or leader_id = {self} or (named and ({whole} or desk_ids && {desks})))',
  '{here} and ({keeps} or unit_id = {units} or person_id = {self} or leader_id = {self})');

create table matter_said (
  institution_id uuid not null,
  matter_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  sort text not null check (sort in ('title', 'point', 'addition', 'question')),
  point_id uuid,
  party integer,
  words text not null,
  on_day date not null,
  at timestamptz not null default now(),
  primary key (institution_id, matter_id, sort, ordinal),
  foreign key (institution_id, matter_id) references matter (institution_id, matter_id)
);
comment on table matter_said is 'The proposer’s own words: title, points, additions. Readable by themselves, the leader who heard it, and those who keep it; sensitive';
comment on column matter_said.words is 'In the person’s own words; sensitive';
comment on column matter_said.sort is 'Title, point, addition, or a question how things stand';
comment on column matter_said.party is 'Whose words they are, by place';
comment on column matter_said.on_day is 'The day on which it was said';
comment on column matter_said.at is 'When it was written down';
select pg_temp.lock_down('matter_said',
  '{here} and ({keeps} or unit_id = {units} or matter_id = {matters})',
  '{here} and ({keeps} or unit_id = {units} or matter_id = {matters})');

create table matter_point (
  institution_id uuid not null,
  point_id uuid not null,
  matter_id uuid not null,
  unit_id uuid not null,
  desk_ids uuid[] not null default '{}',
  ordinal integer not null,
  released text,
  primary key (institution_id, point_id),
  foreign key (institution_id, matter_id) references matter (institution_id, matter_id)
);
create index matter_point_matter on matter_point (institution_id, matter_id, ordinal);
comment on table matter_point is 'A matter’s points, each answered by itself, in the wording released for handling';
select pg_temp.lock_down('matter_point',
  '{here} and ({whole} or unit_id = {units} or desk_ids && {desks} or matter_id = {matters})',
  '{here} and ({whole} or unit_id = {units} or desk_ids && {desks} or matter_id = {matters})');

create table matter_addition (
  institution_id uuid not null,
  matter_id uuid not null,
  ordinal integer not null,
  unit_id uuid not null,
  desk_ids uuid[] not null default '{}',
  sort text not null check (sort in ('addition', 'question')),
  on_day date not null,
  released text,
  primary key (institution_id, matter_id, ordinal),
  foreign key (institution_id, matter_id) references matter (institution_id, matter_id)
);
comment on table matter_addition is 'That the proposer added something, and its wording as released for handling; their own words stand in matter_said';
select pg_temp.lock_down('matter_addition',
  '{here} and ({whole} or unit_id = {units} or desk_ids && {desks} or matter_id = {matters})',
  '{here} and ({whole} or unit_id = {units} or desk_ids && {desks} or matter_id = {matters})');

create table matter_reply (
  institution_id uuid not null,
  matter_id uuid not null,
  round integer not null,
  point_id uuid not null,
  unit_id uuid not null,
  desk_ids uuid[] not null default '{}',
  text text not null,
  outcome text check (outcome in ('A', 'B', 'C', 'D')),
  promise_on date,
  published_on date,
  written_at timestamptz not null default now(),
  primary key (institution_id, matter_id, round, point_id),
  foreign key (institution_id, point_id) references matter_point (institution_id, point_id)
);
comment on table matter_reply is 'What is replied to each point in each round: a draft until it is published, unchanged afterwards';
select pg_temp.lock_down('matter_reply',
  '{here} and ({whole} or unit_id = {units} or desk_ids && {desks} or (published_on is not null and matter_id = {matters}))',
  '{here} and ({whole} or unit_id = {units} or desk_ids && {desks})');

create table matter_promise (
  institution_id uuid not null,
  promise_id uuid not null,
  matter_id uuid not null,
  point_id uuid not null,
  point integer not null,
  round integer not null,
  unit_id uuid not null,
  owner_unit_id uuid,
  desk_ids uuid[] not null default '{}',
  outcome text not null check (outcome in ('B', 'C')),
  text text not null,
  promised_on date not null,
  due_on date not null,
  settled_on date,
  looked_back jsonb not null default '[]',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (institution_id, promise_id),
  foreign key (institution_id, matter_id) references matter (institution_id, matter_id),
  foreign key (institution_id, owner_unit_id) references unit (institution_id, unit_id)
);
create index matter_promise_due on matter_promise (institution_id, due_on, promise_id) where settled_on is null;
create index matter_promise_matter on matter_promise (institution_id, matter_id);
create index matter_promise_owner on matter_promise (institution_id, owner_unit_id, due_on);
create index matter_promise_open on matter_promise (institution_id, owner_unit_id, matter_id) where settled_on is null;
comment on table matter_promise is 'The book of promises: what a reply says is under way or planned, with the day on which it comes back';
comment on column matter_promise.due_on is 'The day on which it comes back: as promised, or as a look back moved it';
comment on column matter_promise.looked_back is 'What each look back found: day, finding, note';
select pg_temp.lock_down('matter_promise',
  '{here} and ({whole} or unit_id = {units} or owner_unit_id = any ({desks}) or desk_ids && {desks} or matter_id = {matters})',
  '{here} and ({whole} or unit_id = {units} or owner_unit_id = any ({desks}) or desk_ids && {desks})');

create table matter_delivery (
  institution_id uuid not null,
  matter_id uuid not null,
  round integer not null,
  party integer not null,
  unit_id uuid not null,
  way text not null check (way in ('faceToFace', 'phone', 'message', 'letter', 'here')),
  on_day date not null,
  told_by text,
  read_on date,
  primary key (institution_id, matter_id, round, party),
  foreign key (institution_id, matter_id, party) references matter_proposer (institution_id, matter_id, party)
);
comment on table matter_delivery is 'Who told a proposer of the reply, when and how; when they read it';
comment on column matter_delivery.told_by is 'Who told them, by name';
select pg_temp.lock_down('matter_delivery',
  '{here} and ({whole} or unit_id = {units} or matter_id = {matters})',
  '{here} and ({whole} or unit_id = {units} or matter_id = {matters})');

create table matter_answer (
  institution_id uuid not null,
  matter_id uuid not null,
  round integer not null,
  party integer not null,
  unit_id uuid not null,
  result text not null check (result in ('solved', 'partly', 'no')),
  timely boolean,
  clear boolean,
  comment text,
  first_on date not null,
  on_day date not null,
  by_link boolean not null default false,
  primary key (institution_id, matter_id, round, party),
  foreign key (institution_id, matter_id, party) references matter_proposer (institution_id, matter_id, party)
);
comment on table matter_answer is 'What a proposer says of a reply: whether it is solved, then whether in time and clear. It is about the reply';
comment on column matter_answer.comment is 'In the person’s own words; sensitive';
comment on column matter_answer.round is 'The reply of which it speaks';
comment on column matter_answer.party is 'Whose answer it is, by place';
comment on column matter_answer.result is 'Solved, partly, or not: of the matter, as the person finds it';
comment on column matter_answer.timely is 'Whether the reply came in time; said apart, may stay unsaid';
comment on column matter_answer.clear is 'Whether the reply made it clear; said apart, may stay unsaid';
comment on column matter_answer.first_on is 'When it was first given: it can be changed for some days from then on';
comment on column matter_answer.on_day is 'When it was last changed';
comment on column matter_answer.by_link is 'Given by the link without signing in';
select pg_temp.lock_down('matter_answer',
  '{here} and ({whole} or unit_id = {units} or matter_id = {matters})',
  '{here} and ({whole} or unit_id = {units} or matter_id = {matters})');

create table matter_action (
  institution_id uuid not null,
  matter_id uuid not null,
  ordinal integer not null,
  unit_id uuid not null,
  desk_ids uuid[] not null default '{}',
  action text not null,
  round integer not null,
  on_day date not null,
  at timestamptz not null,
  performer text not null check (performer in ('proposer', 'leader', 'keeper', 'handler', 'house')),
  actor_id uuid,
  actor_name text,
  actor_unit_id uuid,
  party integer,
  detail jsonb not null default '{}',
  words text,
  request_key text not null,
  primary key (institution_id, matter_id, ordinal),
  foreign key (institution_id, matter_id) references matter (institution_id, matter_id),
  -- A proposer and a leader stand here as their place in the list, never as a person.
  check (performer in ('keeper', 'handler', 'house') or (actor_id is null and actor_name is null))
);
comment on table matter_action is 'Each step on a matter’s line, appended and never changed; the state follows from them';
comment on column matter_action.words is 'Words of staff on the handling: a reason, a question, a note, a word to the proposer';
comment on column matter_action.request_key is 'The key under which it was asked for: the same key is one step';
select pg_temp.lock_down('matter_action',
  '{here} and ({whole} or unit_id = {units} or desk_ids && {desks} or matter_id = {matters})',
  '{here} and ({whole} or unit_id = {units} or desk_ids && {desks} or matter_id = {matters})');

create table matter_answer_link (
  institution_id uuid not null,
  matter_id uuid not null,
  party integer not null,
  unit_id uuid not null,
  round integer not null,
  person_id uuid not null,
  token_hash bytea not null,
  ends_at timestamptz not null,
  made_at timestamptz not null default now(),
  primary key (institution_id, matter_id, party),
  unique (institution_id, token_hash),
  foreign key (institution_id, matter_id, party) references matter_proposer (institution_id, matter_id, party)
);
create index matter_answer_link_token on matter_answer_link (token_hash);
comment on table matter_answer_link is 'A link with which one proposer answers without signing in; only the token’s SHA-256 rests here';
comment on column matter_answer_link.person_id is 'Whose link it is: it answers for no one else';
select pg_temp.lock_down('matter_answer_link',
  'token_hash = decode(nullif(current_setting(''app.answer'', true), ''''), ''hex'') or ({here} and ({keeps} or unit_id = {units}))',
  '{here} and ({keeps} or unit_id = {units})');

create table reply_template (
  institution_id uuid not null references institution,
  template_id uuid not null,
  unit_id uuid,
  title text not null,
  text text not null,
  outcome text check (outcome in ('A', 'B', 'C', 'D')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (institution_id, template_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
comment on table reply_template is 'A wording for replies, its blanks in 【】; of one department, or of the whole house';
select pg_temp.lock_down('reply_template',
  '{here} and ({whole} or unit_id is null or unit_id = {units} or unit_id = any ({desks}))',
  '{here} and ({whole} or unit_id = {units} or unit_id = any ({desks}))');

-- Numbers of the loop that the house may set for itself.
alter table local_setting drop constraint local_setting_kind_check;
alter table local_setting add constraint local_setting_kind_check check (kind in
  ('firstTalkBy', 'recordWithin', 'reportWithin', 'replyWithin', 'requestWithin', 'achievementWithin', 'hardshipWithin',
   'triageWithin', 'handBackWithin', 'firstContactWithin', 'responseWithin', 'coOpinionWithin', 'reviewWithin',
   'deliverWithin', 'answerWithin', 'redoWithin', 'extensionWithin'));

grant select, insert, update, delete on matter_counter, matter, matter_proposer, matter_said, matter_point, matter_addition,
  matter_reply, matter_promise, matter_delivery, matter_answer, matter_answer_link, reply_template to zhengyou_app;
grant select, insert on matter_action to zhengyou_app;
grant update (unit_id, desk_ids) on matter_action to zhengyou_app;
revoke delete on matter_counter, matter, matter_promise from zhengyou_app;
