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
grant select, insert, update (representative_ids) on interaction_step to zhengyou_app;

alter table interaction add column leader_confirmed_at timestamptz;
comment on column interaction.leader_confirmed_at is 'When the leader confirmed what somebody else wrote down for them';
create index interaction_unconfirmed on interaction (institution_id, leader_id)
  where recorded_by is not null and leader_confirmed_at is null;
