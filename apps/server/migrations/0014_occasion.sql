-- Festival rounds and the visits ticked in them; what may be brought along; achievements, hardship and illness as they were told.
-- What a person told stands in a table of its own: lists, notices and exports never read it.

create table festival_round (
  institution_id uuid not null references institution,
  round_id uuid not null,
  festival text not null,
  festival_name jsonb not null,
  on_day date not null,
  starts_on date not null,
  ends_on date not null,
  unit_kinds text[],
  requirement text not null,
  clause text not null,
  opened_by uuid not null,
  opened_name text not null,
  opened_at timestamptz not null,
  version integer not null default 1,
  primary key (institution_id, round_id),
  unique (institution_id, festival, on_day),
  check (starts_on <= on_day and on_day < ends_on)
);
comment on table festival_round is 'One festival at which friends are visited: its day and the window around it; who was visited follows from the records';
comment on column festival_round.festival is 'The festival by the name that the measures give it';
comment on column festival_round.festival_name is 'What it is called, in both languages';
comment on column festival_round.unit_kinds is 'Only people of units of these kinds; null for everybody';
comment on column festival_round.opened_name is 'Who opened the round, as they were called then';
select pg_temp.lock_down('festival_round', '{here}', '{here} and {keeps}');

create table festival_tick (
  institution_id uuid not null,
  tick_id uuid not null,
  round_id uuid not null,
  visited_on date not null,
  actor_id uuid not null,
  actor_name text not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_name text,
  version integer not null default 1,
  primary key (institution_id, tick_id),
  foreign key (institution_id, round_id) references festival_round (institution_id, round_id)
);
create index festival_tick_round on festival_tick (institution_id, round_id, at desc);
comment on table festival_tick is 'Visits ticked together, so that they can be taken back together';
comment on column festival_tick.visited_on is 'The day of the visits';
comment on column festival_tick.undone_name is 'Who took it back, as they were called then';
select pg_temp.lock_down('festival_tick', '{here} and ({whole} or actor_id = {self})', '{here} and ({whole} or actor_id = {self})');

-- One line for a pair in a round: whoever ticks second meets the first line and writes none. The record may be taken back later,
-- so that no foreign key leads to it.
create table festival_visit (
  institution_id uuid not null,
  round_id uuid not null,
  leader_id uuid not null,
  representative_id uuid not null,
  unit_id uuid not null,
  tick_id uuid not null,
  interaction_id uuid not null,
  gift_id uuid,
  gift_name text,
  gift_cents integer check (gift_cents > 0),
  visited_on date not null,
  undone_at timestamptz,
  primary key (institution_id, tick_id, leader_id, representative_id),
  foreign key (institution_id, tick_id) references festival_tick (institution_id, tick_id),
  foreign key (institution_id, round_id) references festival_round (institution_id, round_id),
  foreign key (institution_id, leader_id) references person (institution_id, person_id),
  foreign key (institution_id, representative_id) references person (institution_id, person_id)
);
create unique index festival_visit_once on festival_visit (institution_id, round_id, leader_id, representative_id) where undone_at is null;
create index festival_visit_record on festival_visit (institution_id, interaction_id);
create index festival_visit_person on festival_visit (institution_id, representative_id, visited_on);
comment on table festival_visit is 'A visit ticked in a round, with the record that was written for it';
comment on column festival_visit.unit_id is 'The unit of the leader';
comment on column festival_visit.visited_on is 'The day of the visit';
comment on column festival_visit.gift_name is 'What was brought along, of the kinds that the house has set; null where nothing was';
comment on column festival_visit.gift_cents is 'What it cost, in cents; within the limit that the house has set';
-- Another leader of the same person reads it too: the limit of a year counts what all of them brought.
select pg_temp.lock_down('festival_visit',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_id = {people})',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self})');

-- Ships empty: the house suggests nothing.
create table gift_kind (
  institution_id uuid not null references institution,
  gift_id uuid not null,
  name text not null,
  each_cents integer not null check (each_cents > 0),
  year_cents integer check (year_cents > 0),
  basis text not null,
  set_name text not null,
  starts_on date not null,
  ends_on date,
  version integer not null default 1,
  primary key (institution_id, gift_id)
);
comment on table gift_kind is 'What may be brought along at a visit, and its limits, as the institution has set them; empty until it does';
comment on column gift_kind.each_cents is 'At most so much for one person at one visit, in cents';
comment on column gift_kind.year_cents is 'At most so much for one person in a calendar year, in cents; null where only the single visit is limited';
comment on column gift_kind.basis is 'On which rule of the institution it rests';
comment on column gift_kind.set_name is 'Who set it, as they were called then';
select pg_temp.lock_down('gift_kind', '{here}', '{here} and {keeps}');

-- `private`: illness and family events. Only the leader addressed, the person, the office and whoever told it know that it is there.
create table occasion (
  institution_id uuid not null references institution,
  occasion_id uuid not null,
  kind text not null check (kind in ('achievement', 'hardship', 'illness', 'familyEvent', 'jobChange')),
  private boolean not null,
  representative_id uuid not null,
  representative_name text not null,
  person_unit_id uuid not null,
  leader_id uuid not null,
  leader_name text,
  unit_id uuid not null,
  pairing_id uuid not null,
  raised_by uuid not null,
  raised_name text not null,
  raised_as text not null check (raised_as in ('self', 'unit', 'office')),
  raised_on date not null,
  happened_on date not null,
  action text not null check (action in ('visit', 'congratulate', 'comfort', 'meet', 'call')),
  requirement text,
  clause text,
  due_on date,
  due_is_local boolean not null,
  due_is_estimated boolean not null,
  status text not null check (status in ('open', 'done', 'declined', 'withdrawn')),
  interaction_id uuid,
  seen_on date,
  version integer not null default 1,
  primary key (institution_id, occasion_id),
  foreign key (institution_id, representative_id) references person (institution_id, person_id),
  foreign key (institution_id, leader_id) references person (institution_id, person_id),
  check (raised_as <> 'office' or not private)
);
create index occasion_leader on occasion (institution_id, leader_id, status);
create index occasion_representative on occasion (institution_id, representative_id, raised_on);
create index occasion_record on occasion (institution_id, interaction_id) where interaction_id is not null;
comment on table occasion is 'An achievement, a hardship, an illness that was told, and what the leader is asked to do; its status follows from its steps';
comment on column occasion.private is 'Known only to the leader addressed, the person, the office and whoever told it';
comment on column occasion.requirement is 'Which requirement of the measures asks for it';
comment on column occasion.clause is 'The clause that it rests on';
comment on column occasion.representative_name is 'Whom it concerns, as they were called then';
comment on column occasion.leader_name is 'Who is asked, as they were called then, where whoever told it may know the name';
comment on column occasion.person_unit_id is 'The unit of the person, for the row policy';
comment on column occasion.unit_id is 'The unit of the leader, for the row policy';
comment on column occasion.raised_as is 'In what capacity it was told: oneself, the unit, the office';
comment on column occasion.due_on is 'The day until which the measures or the house want it done; null where they only say promptly';
comment on column occasion.due_is_local is 'The day rests on a number that the house set for itself';
comment on column occasion.due_is_estimated is 'Counted over a year whose working days are not known yet';
comment on column occasion.seen_on is 'When whoever told it read the answer';
select pg_temp.lock_down('occasion',
  '{here} and ({keeps} or leader_id = {self} or representative_id = {self} or raised_by = {self}
     or (not private and ({whole} or unit_id = {units} or person_unit_id = {units})))',
  '{here} and ({keeps} or leader_id = {self} or representative_id = {self} or raised_by = {self}
     or (not private and (unit_id = {units} or person_unit_id = {units})))');

-- Sensitive. Whoever told it for another does not read it again, and whoever only checks never does.
create table occasion_told (
  institution_id uuid not null,
  occasion_id uuid not null,
  private boolean not null,
  representative_id uuid not null,
  leader_id uuid,
  unit_id uuid not null,
  person_unit_id uuid not null,
  told_by uuid not null,
  words text,
  purpose text check (purpose in ('visit', 'help', 'visitAndHelp')),
  consent text check (consent in ('own', 'toUnit')),
  consent_on date,
  keep_until date not null,
  erased_on date,
  version integer not null default 1,
  primary key (institution_id, occasion_id),
  foreign key (institution_id, occasion_id) references occasion (institution_id, occasion_id),
  foreign key (institution_id, representative_id) references person (institution_id, person_id),
  check (not private or consent is not null)
);
create index occasion_told_expiry on occasion_told (institution_id, keep_until) where erased_on is null;
comment on table occasion_told is 'What was told, for the purpose named and until the day named; erased then, or when the person withdraws it';
comment on column occasion_told.private is 'As the occasion says, for the row policy';
comment on column occasion_told.words is 'In the words of whoever told it; sensitive; empty once erased';
comment on column occasion_told.purpose is 'What it may be used for, and nothing else';
comment on column occasion_told.consent is 'Told by the person, or to the unit with leave to pass it on';
comment on column occasion_told.leader_id is 'The leader who may read it; null once the pair is no more';
comment on column occasion_told.keep_until is 'The first day on which the words are no longer shown and are erased';
select pg_temp.lock_down('occasion_told',
  '{here} and ({keeps} or leader_id = {self} or representative_id = {self} or (not private and (unit_id = {units} or person_unit_id = {units})))',
  '{here} and ({keeps} or representative_id = {self} or told_by = {self})');

create table occasion_step (
  institution_id uuid not null,
  occasion_id uuid not null,
  ordinal integer not null,
  action text not null check (action in ('raise', 'amend', 'do', 'undo', 'decline', 'seen', 'withdraw')),
  private boolean not null,
  representative_id uuid not null,
  leader_id uuid not null,
  unit_id uuid not null,
  person_unit_id uuid not null,
  raised_by uuid not null,
  actor_id uuid not null,
  actor_name text not null,
  words text,
  channel text,
  happened_on date,
  interaction_id uuid,
  request_key text not null,
  at timestamptz not null,
  primary key (institution_id, occasion_id, ordinal),
  foreign key (institution_id, occasion_id) references occasion (institution_id, occasion_id)
);
comment on table occasion_step is 'Each step of an occasion, appended and never changed; the state follows from them; what was told is not in it';
comment on column occasion_step.words is 'Why it was declined, for whoever told it';
comment on column occasion_step.channel is 'In which way the leader turned to the person';
comment on column occasion_step.private is 'As the occasion says, for the row policy';
comment on column occasion_step.request_key is 'The client’s key of one attempt';
select pg_temp.lock_down('occasion_step',
  '{here} and ({keeps} or leader_id = {self} or representative_id = {self} or raised_by = {self}
     or (not private and ({whole} or unit_id = {units} or person_unit_id = {units})))',
  '{here} and actor_id = {actor} and ({keeps} or leader_id = {self} or representative_id = {self} or raised_by = {self}
     or (not private and (unit_id = {units} or person_unit_id = {units})))');

-- Whoever joins two records of one person moves the steps along, whoever took them.
alter policy changeable on occasion_step
  using (institution_id = nullif(current_setting('app.institution', true), '')::uuid and current_setting('app.keeps', true) = 'on')
  with check (institution_id = nullif(current_setting('app.institution', true), '')::uuid and current_setting('app.keeps', true) = 'on');
alter policy removable on occasion_step using (false);

grant select, insert, update, delete on festival_round, festival_tick, festival_visit to zhengyou_app;
grant select, insert, update on gift_kind, occasion, occasion_told to zhengyou_app;
-- Whose record it is moves along when two records of one person become one; nothing else of a step ever changes.
grant select, insert, update (leader_id, representative_id) on occasion_step to zhengyou_app;
