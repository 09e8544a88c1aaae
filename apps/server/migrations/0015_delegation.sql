-- Who may act in a leader's name, files beside a shared text, and the calendar that one subscribes to.

create table delegation (
  institution_id uuid not null,
  delegation_id uuid not null,
  kind text not null check (kind in ('secretary', 'proxy')),
  leader_id uuid not null,
  leader_name text not null,
  unit_id uuid not null,
  delegate_id uuid not null,
  delegate_name text not null,
  scopes text[] not null check (scopes <@ array['friends', 'log', 'arrange', 'remind'] and cardinality(scopes) > 0),
  starts_on date not null,
  ends_on date not null,
  status text not null check (status in ('asked', 'given', 'declined', 'revoked', 'laidDown')),
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (institution_id, delegation_id),
  foreign key (institution_id, leader_id) references person (institution_id, person_id),
  foreign key (institution_id, delegate_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  check (starts_on < ends_on)
);
create index delegation_leader on delegation (institution_id, leader_id);
create index delegation_delegate on delegation (institution_id, delegate_id);
comment on table delegation is 'A leader lets a secretary, or during leave another, act in their name: for what, from which day until which; its status follows from its steps';
comment on column delegation.unit_id is 'The unit of the leader';
comment on column delegation.scopes is 'For what the name is lent: friends and their due states, logging, arranging, reminders';
comment on column delegation.ends_on is 'First day after the last one';
-- A name that is lent for a request never writes here: the conditions name the one who really asks.
select pg_temp.lock_down('delegation',
  '{here} and ({whole} or leader_id = {actor} or delegate_id = {actor} or unit_id = {units})',
  '{here} and (leader_id = {actor} or ({whole} and status in (''asked'', ''revoked'')) or (delegate_id = {actor} and status = ''laidDown''))');
-- Whoever holds it may hold on to it while acting, and lay it down. The office writes here because it merges two records of one
-- person; that it confirms nothing is the rule's part, that it gives nothing the policy's above.
drop policy changeable on delegation;
create policy changeable on delegation for update
  using (institution_id = nullif(current_setting('app.institution', true), '')::uuid
    and (current_setting('app.keeps', true) = 'on'
      or leader_id = nullif(current_setting('app.actor', true), '')::uuid
      or delegate_id = nullif(current_setting('app.actor', true), '')::uuid))
  with check (institution_id = nullif(current_setting('app.institution', true), '')::uuid
    and (leader_id = nullif(current_setting('app.actor', true), '')::uuid
      or current_setting('app.keeps', true) = 'on'
      or (delegate_id = nullif(current_setting('app.actor', true), '')::uuid and status = 'laidDown')));
drop policy removable on delegation;
create policy removable on delegation for delete using (false);
grant select, insert, update on delegation to zhengyou_app;

create table delegation_step (
  institution_id uuid not null,
  delegation_id uuid not null,
  ordinal integer not null,
  action text not null check (action in ('ask', 'give', 'confirm', 'decline', 'revoke', 'layDown')),
  leader_id uuid not null,
  delegate_id uuid not null,
  unit_id uuid not null,
  actor_id uuid not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (institution_id, delegation_id, ordinal),
  foreign key (institution_id, delegation_id) references delegation (institution_id, delegation_id)
);
comment on table delegation_step is 'What happened to a delegation, appended and never changed';
comment on column delegation_step.actor_name is 'Who did it, as they were called then';
select pg_temp.lock_down('delegation_step',
  '{here} and ({whole} or leader_id = {actor} or delegate_id = {actor} or unit_id = {units})',
  '{here} and actor_id = {actor} and ({whole} or leader_id = {actor} or delegate_id = {actor})');
-- Whose it is moves along when two records of one person become one; nothing else of a step ever changes.
drop policy changeable on delegation_step;
create policy changeable on delegation_step for update using (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid
  and current_setting('app.keeps', true) = 'on');
drop policy removable on delegation_step;
create policy removable on delegation_step for delete using (false);
grant select, insert, update (leader_id, delegate_id) on delegation_step to zhengyou_app;

-- Under which delegation a record was written for the leader; the writer's own name stands in recorded_as.
alter table interaction add column delegation_id uuid;

-- Files beside the shared text: both sides read them, as they read the text.

create table interaction_attachment (
  institution_id uuid not null,
  attachment_id uuid not null,
  interaction_id uuid not null,
  leader_id uuid not null,
  unit_id uuid not null,
  representative_ids uuid[] not null,
  file_name text not null,
  media_type text not null,
  byte_count integer not null check (byte_count between 1 and 10485760),
  content bytea not null,
  content_hash bytea not null,
  added_by uuid not null,
  added_as text not null,
  added_at timestamptz not null,
  primary key (institution_id, attachment_id),
  foreign key (institution_id, interaction_id) references interaction (institution_id, interaction_id)
);
-- Pictures and papers are compressed already.
alter table interaction_attachment alter column content set storage external;
create index interaction_attachment_interaction on interaction_attachment (institution_id, interaction_id);
comment on table interaction_attachment is 'A file beside a shared text, read by whoever reads the text; it goes when the record goes';
comment on column interaction_attachment.file_name is 'What it was called by whoever added it; sensitive';
comment on column interaction_attachment.media_type is 'What its first bytes say that it is, whatever it was called';
comment on column interaction_attachment.byte_count is 'Its size';
comment on column interaction_attachment.content is 'The file itself; sensitive';
comment on column interaction_attachment.added_as is 'Who added it, as they were called then';
select pg_temp.lock_down('interaction_attachment',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_ids && {selves})',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self})');
grant select, insert, delete, update (leader_id, representative_ids) on interaction_attachment to zhengyou_app;

-- The address under which somebody's calendar asks for their days.

create table calendar_feed (
  institution_id uuid not null,
  feed_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  names boolean not null default false,
  created_at timestamptz not null,
  asked_at timestamptz,
  revoked_at timestamptz,
  version integer not null default 1,
  primary key (institution_id, feed_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
create unique index calendar_feed_once on calendar_feed (institution_id, person_id) where revoked_at is null;
create index calendar_feed_token on calendar_feed (institution_id, token_hash);
comment on table calendar_feed is 'A private address under which a calendar reads its owner’s own days; the token is known to its owner alone';
comment on column calendar_feed.names is 'Whether the owner lets names travel to their calendar';
comment on column calendar_feed.asked_at is 'When a calendar last asked';
select pg_temp.lock_down('calendar_feed',
  '{here} and (person_id = {actor} or {keeps}) or token_hash = decode(nullif(current_setting(''app.token'', true), ''''), ''hex'')',
  '{here} and (person_id = {actor} or {whole})');
grant select, insert, update, delete on calendar_feed to zhengyou_app;
