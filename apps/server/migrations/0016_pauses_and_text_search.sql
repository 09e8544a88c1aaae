-- What is put off between the two of a pair, and words inside shared texts.

create table contact_pause (
  institution_id uuid not null,
  pairing_id uuid not null,
  leader_id uuid not null,
  representative_id uuid not null,
  unit_id uuid not null,
  excuses jsonb not null default '[]',
  snoozes jsonb not null default '[]',
  snoozed_until date,
  version integer not null default 0,
  primary key (institution_id, pairing_id)
);
create index contact_pause_leader on contact_pause (institution_id, leader_id);
create index contact_pause_representative on contact_pause (institution_id, representative_id);
-- Bound to no row of pairing: where two records of one person become one, a second pairing falls away, and what was said stays.
comment on table contact_pause is 'What is excused of a pair''s contact, and until when nobody is reminded of it; follows from its steps';
comment on column contact_pause.unit_id is 'The unit of the leader';
comment on column contact_pause.excuses is 'The excuses that stand, each with its days and its reason; both sides read them';
comment on column contact_pause.snoozes is 'When a later reminder was chosen, and for which day';
comment on column contact_pause.snoozed_until is 'The day on which one is reminded again, as last chosen';
select pg_temp.lock_down('contact_pause',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_id = {self})',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self})');
grant select, insert, update on contact_pause to zhengyou_app;

create table contact_pause_step (
  institution_id uuid not null,
  pairing_id uuid not null,
  ordinal integer not null,
  action text not null check (action in ('excuse', 'snooze', 'takeBack')),
  leader_id uuid not null,
  representative_id uuid not null,
  unit_id uuid not null,
  done_on date not null,
  starts_on date,
  ends_on date,
  reason text,
  undoes integer,
  actor_id uuid not null,
  actor_name text not null,
  request_key text not null,
  at timestamptz not null,
  primary key (institution_id, pairing_id, ordinal),
  foreign key (institution_id, pairing_id) references contact_pause (institution_id, pairing_id)
);
comment on table contact_pause_step is 'What was put off, by whom and why, and what of it was taken back; appended and never changed';
comment on column contact_pause_step.unit_id is 'The unit of the leader';
comment on column contact_pause_step.done_on is 'The day on which it was said';
comment on column contact_pause_step.ends_on is 'The day after the last excused one, or the day of the later reminder';
comment on column contact_pause_step.reason is 'Why, in words that both sides read; sensitive';
comment on column contact_pause_step.actor_name is 'Who said so, as they were called then';
comment on column contact_pause_step.undoes is 'The step that is taken back';
comment on column contact_pause_step.request_key is 'The key of the request: the same key is the same step';
select pg_temp.lock_down('contact_pause_step',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_id = {self})',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self})');
revoke update, delete on contact_pause_step from zhengyou_app;
-- Whose record it is moves along when two records of one person become one; nothing else of a step ever changes.
grant select, insert, update (leader_id, representative_id) on contact_pause_step to zhengyou_app;

-- A word is sought as a set of marks, each a pair of neighbouring characters hashed together with the institution. The set that
-- is sought is a setting and stands in the row policy itself: under row security a condition of the query would be tried only
-- after the policy, row by row, and no index could find a word. Where nothing is sought, nothing is narrowed.
create table interaction_mark (
  institution_id uuid not null,
  interaction_id uuid not null,
  leader_id uuid not null,
  unit_id uuid not null,
  representative_ids uuid[] not null,
  happened_on date not null,
  marks integer[] not null,
  primary key (institution_id, interaction_id),
  foreign key (institution_id, interaction_id) references interaction (institution_id, interaction_id)
);
-- A word that stands everywhere is found sooner from the last talk backwards.
create index interaction_mark_day on interaction_mark (institution_id, happened_on desc, interaction_id desc);
create index interaction_mark_marks on interaction_mark using gin (marks) with (gin_pending_list_limit = 256);
comment on table interaction_mark is 'Which pairs of characters occur in a shared text, hashed, to find words in it; the text itself stands in the record';
comment on column interaction_mark.marks is 'Hashed pairs of neighbouring characters of what was written, raised and added; sensitive as the text';
comment on column interaction_mark.unit_id is 'The unit of the leader';
select pg_temp.lock_down('interaction_mark',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_ids && {selves})
    and marks @> string_to_array(coalesce(current_setting(''app.sought'', true), ''''), '' '')::integer[]',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_ids && {selves})');
grant select, insert, update, delete on interaction_mark to zhengyou_app;

-- What is there already. The sum is that of the domain's `markOf`; pairs with a sign in them are marks that nobody seeks.
alter table interaction no force row level security;
alter table interaction_point no force row level security;
alter table interaction_step no force row level security;
alter table interaction_mark no force row level security;
insert into interaction_mark
select written.institution_id, written.interaction_id, written.leader_id, written.unit_id, written.representative_ids,
  written.happened_on, marks.marks
from (
  select record.*, lower(normalize(concat_ws(E'\n', record.words,
    (select string_agg(words, E'\n') from interaction_point point
      where point.institution_id = record.institution_id and point.interaction_id = record.interaction_id),
    (select string_agg(words, E'\n') from interaction_step step
      where step.institution_id = record.institution_id and step.interaction_id = record.interaction_id and step.action = 'add')
    ), NFKC)) as body
  from interaction record
) written
cross join lateral (
  select array_agg(distinct (((ascii(substr(body, at, 1))::bigint * 65599 + ascii(substr(body, at + 1, 1))) * 2654435
    + ('x' || right(written.institution_id::text, 8))::bit(32)::bigint) % 2147483647)::integer) as marks
  from generate_series(1, char_length(body) - 1) as at
) marks
where marks.marks is not null;
alter table interaction force row level security;
alter table interaction_point force row level security;
alter table interaction_step force row level security;
alter table interaction_mark force row level security;
