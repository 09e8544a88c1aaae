-- What either side does with the shared text of a talk, and which records of a leader await their word.

create table interaction_step (
  institution_id uuid not null,
  interaction_id uuid not null,
  ordinal integer not null,
  action text not null check (action in ('confirm', 'add', 'ask', 'accept', 'decline', 'change')),
  leader_id uuid not null,
  unit_id uuid not null,
  representative_ids uuid[] not null,
  actor_id uuid not null,
  actor_name text not null,
  words text,
  before text,
  answer_by date,
  answers integer,
  at timestamptz not null,
  primary key (institution_id, interaction_id, ordinal),
  foreign key (institution_id, interaction_id) references interaction (institution_id, interaction_id)
);
comment on table interaction_step is 'What either side did with a shared text: confirmed, added, asked, answered, changed; appended and never changed, readable by both';
comment on column interaction_step.actor_name is 'Who did it, as they were called then';
comment on column interaction_step.words is 'Own words, what is asked for, the reason, or the new wording; sensitive';
comment on column interaction_step.before is 'The wording before a change, so that none is lost; sensitive';
comment on column interaction_step.answer_by is 'Day by which a request for a correction is answered';
comment on column interaction_step.answers is 'The step that an answer answers';

alter table interaction_step enable row level security;
alter table interaction_step force row level security;
create policy readable on interaction_step for select using (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid
  and (current_setting('app.whole', true) = 'on'
    or unit_id = any (string_to_array(current_setting('app.units', true), ',')::uuid[])
    or leader_id = any (string_to_array(current_setting('app.self', true), ',')::uuid[])
    or representative_ids && string_to_array(current_setting('app.self', true), ',')::uuid[]));
-- Either side writes in its own name, and nobody in another's.
create policy insertable on interaction_step for insert with check (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid
  and actor_id = nullif(current_setting('app.actor', true), '')::uuid
  and (current_setting('app.keeps', true) = 'on'
    or unit_id = any (string_to_array(current_setting('app.units', true), ',')::uuid[])
    or leader_id = any (string_to_array(current_setting('app.self', true), ',')::uuid[])
    or representative_ids && string_to_array(current_setting('app.self', true), ',')::uuid[]));
-- A record that another one is merged into gains people, who read its steps too; nothing else of a step changes, and none is removed.
create policy changeable on interaction_step for update using (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid
  and (current_setting('app.keeps', true) = 'on'
    or unit_id = any (string_to_array(current_setting('app.units', true), ',')::uuid[])
    or leader_id = any (string_to_array(current_setting('app.self', true), ',')::uuid[])));
create policy removable on interaction_step for delete using (false);
grant select, insert, update (leader_id, representative_ids) on interaction_step to zhengyou_app;

alter table interaction add column leader_confirmed_at timestamptz;
comment on column interaction.leader_confirmed_at is 'When the leader confirmed what somebody else wrote down for them';
create index interaction_unconfirmed on interaction (institution_id, leader_id)
  where recorded_by is not null and leader_confirmed_at is null;

-- Talks that representatives ask for.

create table talk_request (
  institution_id uuid not null,
  request_id uuid not null,
  representative_id uuid not null,
  representative_name text not null,
  leader_id uuid not null,
  leader_name text not null,
  unit_id uuid not null,
  status text not null check (status in ('asked', 'offered', 'withOffice', 'agreed', 'met', 'withdrawn')),
  topic text,
  urgency text not null check (urgency in ('anyTime', 'thisMonth', 'thisWeek')),
  channel text not null check (channel in ('faceToFace', 'phone', 'online', 'symposium', 'visit', 'activity')),
  slots jsonb not null,
  meant jsonb,
  asked_on date not null,
  answer_by date,
  answer_by_is_local boolean not null,
  met_by uuid,
  version integer not null default 1,
  primary key (institution_id, request_id),
  foreign key (institution_id, representative_id) references person (institution_id, person_id),
  foreign key (institution_id, leader_id) references person (institution_id, person_id)
);
create index talk_request_leader on talk_request (institution_id, leader_id, status);
create index talk_request_representative on talk_request (institution_id, representative_id, status);
create unique index talk_request_once on talk_request (institution_id, representative_id, leader_id)
  where status not in ('met', 'withdrawn');
comment on table talk_request is 'A talk that a representative asks a leader for, until it has taken place; its status follows from its steps';
comment on column talk_request.topic is 'What it is about, if the person said; sensitive';
comment on column talk_request.met_by is 'The record of the talk that met it';
comment on column talk_request.unit_id is 'The unit of the leader, whose officer helps to arrange it';
comment on column talk_request.representative_name is 'Who asks, as they are called, for the leader';
comment on column talk_request.leader_name is 'Who is asked, as they are called, for the person';

create table talk_request_step (
  institution_id uuid not null,
  request_id uuid not null,
  ordinal integer not null,
  action text not null check (action in ('ask', 'pick', 'offer', 'passOn', 'accept', 'another', 'withdraw', 'meet', 'unmeet')),
  representative_id uuid not null,
  leader_id uuid not null,
  unit_id uuid not null,
  slots jsonb not null,
  words text,
  actor_id uuid not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (institution_id, request_id, ordinal),
  foreign key (institution_id, request_id) references talk_request (institution_id, request_id)
);
comment on table talk_request_step is 'What happened to a request for a talk, appended and never changed';
comment on column talk_request_step.words is 'What was said with it, readable by both sides and the office; sensitive';
comment on column talk_request_step.actor_name is 'Who did it, as they were called then';

create function pg_temp.lock_request(target regclass) returns void language plpgsql as $$
declare
  reached constant text := 'institution_id = nullif(current_setting(''app.institution'', true), '''')::uuid
    and ({all} or unit_id = any (string_to_array(current_setting(''app.units'', true), '','')::uuid[])
      or leader_id = any (string_to_array(current_setting(''app.self'', true), '','')::uuid[])
      or representative_id = any (string_to_array(current_setting(''app.self'', true), '','')::uuid[]))';
  readable constant text := replace(reached, '{all}', 'current_setting(''app.whole'', true) = ''on''');
  writable constant text := replace(reached, '{all}', 'current_setting(''app.keeps'', true) = ''on''');
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy readable on %s for select using (%s)', target, readable);
  execute format('create policy insertable on %s for insert with check (%s)', target, writable);
  execute format('create policy changeable on %s for update using (%s)', target, writable);
  execute format('create policy removable on %s for delete using (false)', target);
end $$;
select pg_temp.lock_request('talk_request');
select pg_temp.lock_request('talk_request_step');
grant select, insert, update on talk_request to zhengyou_app;
-- Whose record it is moves along when two records of one person become one; nothing else of a step ever changes.
grant select, insert, update (leader_id, representative_id) on talk_request_step to zhengyou_app;
