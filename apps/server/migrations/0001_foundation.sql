-- One file, because it is the first: the schema as a whole, in the order of the rooms. Later migrations are small.
--
-- The rules of this schema (they let the same tables be distributed by institution, and keep the second lock simple):
--   every table's key begins with institution_id; no triggers; row policies name columns and settings only, no subquery;
--   row security is enabled and forced on every table; the application's role owns nothing and may not bypass it.
-- The request's context (set local, one transaction each):
--   app.institution  the institution          app.actor   the person who asks
--   app.whole        'on': may see all of it  app.keeps   'on': may write in all of it
--   app.units        units in reach, comma-separated
--   app.self         in whose name            app.people  persons whose page may be opened
--   app.login, app.token, app.source          what is known before a session is: an account's login, a session's token hash,
--                                             the keyed hash of the network address
-- A setting that was never set is null and one whose transaction ended is '', hence the nullif's: both see nothing.

create function pg_temp.lock_down(target regclass, readable text, writable text) returns void language plpgsql as $$
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

-- ── The institution and its units ────────────────────────────────────────────────────────────────────────

create table institution (
  institution_id uuid primary key,
  name text not null,
  short_name text not null,
  zone text not null default 'Asia/Shanghai',
  help text,
  created_at timestamptz not null default now()
);
comment on table institution is 'An institution that keeps this promise; its name is shown before anyone signs in';
comment on column institution.help is 'Where to turn when signing in fails, shown on the sign-in page';
select pg_temp.lock_down('institution', 'true', '{here} and {whole}');

create table unit (
  institution_id uuid not null references institution,
  unit_id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('institution', 'department', 'hospital', 'college', 'centre')),
  tier text not null check (tier in ('school', 'unit')),
  name text not null,
  short_name text not null,
  rank integer not null,
  primary key (institution_id, unit_id),
  foreign key (institution_id, parent_id) references unit (institution_id, unit_id)
);
comment on table unit is 'The institution itself and the units below it, as a tree';
comment on column unit.rank is 'The official order of units, in which they are always listed';
select pg_temp.lock_down('unit', '{here}', '{here} and {whole}');

create table unit_alias (
  institution_id uuid not null,
  alias text not null,
  unit_id uuid not null,
  primary key (institution_id, alias),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
comment on table unit_alias is 'Other written forms of a unit’s name, remembered once someone has said which unit is meant';
select pg_temp.lock_down('unit_alias', '{here}', '{here} and {whole}');

-- ── People ───────────────────────────────────────────────────────────────────────────────────────────────

create table import_run (
  institution_id uuid not null references institution,
  import_id uuid not null,
  file_name text not null,
  file_bytes integer not null,
  file_hash text not null,
  status text not null check (status in ('reading', 'read', 'failed', 'cancelled', 'applied', 'undone')),
  progress jsonb not null default '{}',
  refusal jsonb,
  sheets jsonb,
  mapping jsonb,
  paired_from date,
  decisions jsonb not null default '{}',
  summary jsonb,
  started_by uuid,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  applied_by uuid,
  applied_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  version integer not null default 1,
  primary key (institution_id, import_id)
);
comment on table import_run is 'One reading of a ledger: the file as read, what the office decided, what came of it';
comment on column import_run.sheets is 'The cells as read; emptied once they are written, put away, or a week old';
comment on column import_run.paired_from is 'From which day the ledger’s pairings count, since a ledger does not say it';
comment on column import_run.decisions is 'What the office decided for each doubtful cell, by the key of the problem';
comment on column import_run.seen_at is 'Last sign of life of the reader; a reading without one has been interrupted';
select pg_temp.lock_down('import_run', '{here} and {keeps}', '{here} and {whole}');

create table import_effect (
  institution_id uuid not null,
  import_id uuid not null,
  ordinal integer not null,
  kind text not null,
  record_id text not null,
  version integer not null,
  before jsonb,
  primary key (institution_id, import_id, ordinal),
  foreign key (institution_id, import_id) references import_run (institution_id, import_id)
);
comment on table import_effect is 'Each record that an import made or changed, in order, so that the whole can be taken back';
comment on column import_effect.before is 'What a changed record held before; null for a record that the import made';
select pg_temp.lock_down('import_effect', '{here} and {keeps}', '{here} and {whole}');

create table person (
  institution_id uuid not null references institution,
  person_id uuid not null,
  unit_id uuid not null,
  name text not null,
  reading text not null,
  initials text not null,
  affiliations text[] not null default '{}',
  no_party_stated boolean not null default false,
  position text,
  titles text[] not null default '{}',
  birth_month text check (birth_month ~ '^\d{4}-\d{2}$'),
  phone bytea,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, import_id) references import_run (institution_id, import_id)
);
create index person_reading on person (institution_id, reading, name);
create index person_unit on person (institution_id, unit_id);
comment on table person is 'Someone on the list: a leader, a representative, staff of the office. Held for liaison; the person may read every field';
comment on column person.name is 'To address the person; basis: clause on the list; read by those in reach';
comment on column person.reading is 'Pinyin of the name with the surname’s own reading, editable; to sort and to find';
comment on column person.initials is 'First letters of the reading; to find';
comment on column person.affiliations is 'Democratic parties (two are possible) or certified non-affiliation, as codes; with the standings they tell who is eligible';
comment on column person.no_party_stated is 'It was stated that there is no party; that is not the certified status of a non-affiliate';
comment on column person.position is 'Post at work, as told; to address the person properly';
comment on column person.titles is 'Professional titles, as told; to address the person properly';
comment on column person.birth_month is 'Year and month of birth; only to tell two people of one name apart';
comment on column person.phone is 'Telephone number, encrypted with a key kept outside the database; for the paired leader and the office to call';
select pg_temp.lock_down('person',
  '{here} and ({whole} or unit_id = {units} or person_id = {people})',
  '{here} and ({whole} or unit_id = {units})');

create table representative (
  institution_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  since_on date,
  until_on date,
  import_id uuid,
  version integer not null default 1,
  primary key (institution_id, person_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, import_id) references import_run (institution_id, import_id)
);
comment on table representative is 'Who is on the list of non-Party representatives, from when until when';
comment on column representative.unit_id is 'The person’s unit, kept here for the row policy';
select pg_temp.lock_down('representative',
  '{here} and ({whole} or unit_id = {units} or person_id = {people})',
  '{here} and ({whole} or unit_id = {units})');

create table standing (
  institution_id uuid not null,
  standing_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  level text,
  role text,
  body text not null,
  party text,
  written text not null,
  starts_on date,
  ends_on date,
  precision text check (precision in ('year', 'month', 'day')),
  source text not null,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (institution_id, standing_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, import_id) references import_run (institution_id, import_id)
);
create index standing_person on standing (institution_id, person_id);
comment on table standing is 'A representative standing: body, level, role and term. Several at once; decides who is eligible by which clause';
comment on column standing.level is 'How far the body reaches; null where the words do not say it';
comment on column standing.written is 'The standing in the words in which it was told';
comment on column standing.level is 'How far the body reaches; null where the words do not say it';
comment on column standing.role is 'The role in the body; null where the words do not say it';
comment on column standing.ends_on is 'First day after the term; null where no end is known';
comment on column standing.precision is 'How exactly the term was told';
comment on column standing.source is 'Who told it, and when';
select pg_temp.lock_down('standing',
  '{here} and ({whole} or unit_id = {units} or person_id = {people})',
  '{here} and ({whole} or unit_id = {units})');

create table post (
  institution_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  title text not null,
  charge text,
  tier text not null check (tier in ('school', 'unit')),
  leadership boolean not null,
  starts_on date,
  ends_on date,
  precision text check (precision in ('year', 'month', 'day')),
  import_id uuid,
  version integer not null default 1,
  primary key (institution_id, post_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, import_id) references import_run (institution_id, import_id)
);
create index post_person on post (institution_id, person_id);
comment on table post is 'A post held in the institution or a unit; a leadership post makes its holder a duty-holder';
comment on column post.charge is 'What the post-holder is in charge of, where the title says so';
comment on column post.ends_on is 'First day on which the post is no longer held';
select pg_temp.lock_down('post', '{here}', '{here} and ({whole} or unit_id = {units})');

create table dated_fact (
  institution_id uuid not null,
  fact_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('retired', 'abroad', 'leave')),
  starts_on date,
  ends_on date,
  precision text check (precision in ('year', 'month', 'day')),
  written text not null,
  confirmed_by uuid,
  confirmed_at timestamptz not null default now(),
  import_id uuid,
  version integer not null default 1,
  primary key (institution_id, fact_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, import_id) references import_run (institution_id, import_id)
);
comment on table dated_fact is 'Retirement, absence abroad, leave: confirmed by the office, it excuses the duty for its time';
comment on column dated_fact.written is 'The fact in the words in which it was told';
select pg_temp.lock_down('dated_fact',
  '{here} and ({whole} or unit_id = {units} or person_id = {people})',
  '{here} and ({whole} or unit_id = {units})');

-- ── Who may enter ────────────────────────────────────────────────────────────────────────────────────────

create table role_grant (
  institution_id uuid not null,
  grant_id uuid not null,
  person_id uuid not null,
  role text not null,
  unit_id uuid,
  starts_on date,
  ends_on date,
  primary key (institution_id, grant_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
create index role_grant_person on role_grant (institution_id, person_id);
comment on table role_grant is 'A granted role with its time and, for a unit’s officer, its unit';
select pg_temp.lock_down('role_grant', '{here} and ({whole} or person_id = {self})', '{here} and {whole}');

create table account (
  institution_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  login text not null,
  password_hash text,
  invitation_hash bytea,
  invitation_ends_at timestamptz,
  disabled_at timestamptz,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (institution_id, account_id),
  unique (institution_id, login),
  unique (institution_id, person_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
comment on table account is 'A local account; the password rests as an argon2id hash, a one-time link as the hash of its token';
select pg_temp.lock_down('account',
  '{here} and ({whole} or person_id = {self} or login = nullif(current_setting(''app.login'', true), '''') or invitation_hash = decode(nullif(current_setting(''app.token'', true), ''''), ''hex''))',
  '{here} and ({whole} or person_id = {self} or login = nullif(current_setting(''app.login'', true), '''') or invitation_hash = decode(nullif(current_setting(''app.token'', true), ''''), ''hex''))');

create table session (
  institution_id uuid not null,
  session_id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  device text not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (institution_id, session_id),
  unique (institution_id, token_hash),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
create index session_token on session (token_hash);
create index session_person on session (institution_id, person_id);
comment on table session is 'A signed-in device; the token itself is only in the cookie, here is its SHA-256';
comment on column session.device is 'Browser and system in words, for the owner to tell sessions apart';
comment on column session.ends_at is 'The latest end; an idle session ends earlier';
select pg_temp.lock_down('session',
  'token_hash = decode(nullif(current_setting(''app.token'', true), ''''), ''hex'') or ({here} and ({whole} or person_id = {self}))',
  '{here} and (person_id = {self} or {whole})');

create table sign_in_attempt (
  institution_id uuid not null,
  attempt_id uuid not null,
  login text not null,
  source_hash bytea not null,
  at timestamptz not null default now(),
  succeeded boolean not null,
  primary key (institution_id, attempt_id)
);
create index sign_in_attempt_login on sign_in_attempt (institution_id, login, at);
create index sign_in_attempt_source on sign_in_attempt (institution_id, source_hash, at);
comment on table sign_in_attempt is 'Attempts to sign in, kept a day, to slow guessing down';
comment on column sign_in_attempt.source_hash is 'Keyed hash of the network address';
select pg_temp.lock_down('sign_in_attempt',
  '{here} and (login = nullif(current_setting(''app.login'', true), '''') or source_hash = decode(nullif(current_setting(''app.source'', true), ''''), ''hex''))',
  '{here} and (login = nullif(current_setting(''app.login'', true), '''') or source_hash = decode(nullif(current_setting(''app.source'', true), ''''), ''hex''))');

create table idempotency (
  institution_id uuid not null,
  person_id uuid not null,
  key text not null,
  endpoint text not null,
  body_hash bytea not null,
  status integer not null,
  reply jsonb not null,
  at timestamptz not null default now(),
  primary key (institution_id, person_id, key)
);
comment on table idempotency is 'Answers already given, by the client’s key: the same question gets the same answer, also after a crash; forgotten at a sign-in two days later';
select pg_temp.lock_down('idempotency', '{here} and person_id = {actor}', '{here} and person_id = {actor}');

create table audit (
  institution_id uuid not null,
  entry_id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  roles text not null,
  endpoint text not null,
  action text not null,
  subject_kind text not null,
  subject_id text,
  people uuid[] not null default '{}',
  detail jsonb not null default '{}',
  request_id text not null,
  primary key (institution_id, entry_id)
);
create index audit_people on audit using gin (people);
comment on table audit is 'Who did or read what, when, in what capacity; written in the transaction that it witnesses, never changed';
comment on column audit.people is 'Whose record it was: they may read this entry';
-- Who opened whose record is also known to those who answer for the records; the rest of the audit is not theirs to read.
select pg_temp.lock_down('audit',
  '{here} and (current_setting(''app.sealer'', true) = ''on'' or actor_id = {actor} or people && {selves} or ({whole} and subject_kind = ''person'' and action = ''open''))',
  '{here} and actor_id is not distinct from {actor}');

create table audit_seal (
  institution_id uuid not null,
  seal_no bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  entries bigint[] not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (institution_id, seal_no)
);
comment on table audit_seal is 'The chain over the audit: each seal covers a batch of entries and the seal before it';
select pg_temp.lock_down('audit_seal',
  '{here} and current_setting(''app.sealer'', true) = ''on''', '{here} and current_setting(''app.sealer'', true) = ''on''');

create table audit_link (
  institution_id uuid not null,
  entry_id bigint not null,
  seal_no bigint not null,
  primary key (institution_id, entry_id)
);
comment on table audit_link is 'Which seal covers which entry, so that what is not yet sealed is found at once';
select pg_temp.lock_down('audit_link',
  '{here} and current_setting(''app.sealer'', true) = ''on''', '{here} and current_setting(''app.sealer'', true) = ''on''');

-- ── The policy ───────────────────────────────────────────────────────────────────────────────────────────

create table policy_version (
  institution_id uuid not null references institution,
  policy_id uuid not null,
  key text not null,
  version integer not null,
  starts_on date not null,
  ends_on date,
  body jsonb not null,
  loaded_at timestamptz not null default now(),
  primary key (institution_id, policy_id),
  unique (institution_id, key, version)
);
comment on table policy_version is 'The measures in force, as read from their reviewed file';
select pg_temp.lock_down('policy_version', '{here}', '{here} and {whole}');

create table local_setting (
  institution_id uuid not null references institution,
  setting_id uuid not null,
  unit_id uuid,
  kind text not null check (kind in ('firstTalkBy')),
  value text not null,
  reason text not null,
  starts_on date not null,
  ends_on date,
  primary key (institution_id, setting_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id)
);
comment on table local_setting is 'Numbers that the institution or a unit set for itself; shown as its own, never as the rule’s';
select pg_temp.lock_down('local_setting', '{here}', '{here} and {whole}');

-- ── Pairing ──────────────────────────────────────────────────────────────────────────────────────────────

create table pairing (
  institution_id uuid not null,
  pairing_id uuid not null,
  leader_id uuid not null,
  representative_id uuid not null,
  unit_id uuid not null,
  representative_unit_id uuid not null,
  tier text not null check (tier in ('school', 'unit')),
  status text not null check (status in ('active', 'ended')),
  starts_on date not null,
  ends_on date,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (institution_id, pairing_id),
  foreign key (institution_id, leader_id) references person (institution_id, person_id),
  foreign key (institution_id, representative_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, import_id) references import_run (institution_id, import_id)
);
create index pairing_leader on pairing (institution_id, leader_id);
create index pairing_representative on pairing (institution_id, representative_id);
create unique index pairing_once on pairing (institution_id, leader_id, representative_id) where status = 'active';
comment on table pairing is 'A dated relationship between a leader and a representative; its status follows from its steps';
comment on column pairing.unit_id is 'The unit of the leader, whose officer keeps this list';
comment on column pairing.representative_unit_id is 'The unit of the representative, whose officer needs to know that there is a leader';
select pg_temp.lock_down('pairing',
  '{here} and ({whole} or unit_id = {units} or representative_unit_id = {units} or leader_id = {self} or representative_id = {self})',
  '{here} and ({whole} or unit_id = {units})');

create table pairing_step (
  institution_id uuid not null,
  pairing_id uuid not null,
  ordinal integer not null,
  leader_id uuid not null,
  representative_id uuid not null,
  unit_id uuid not null,
  action text not null check (action in ('enter', 'end')),
  on_day date not null,
  reason text,
  actor_id uuid,
  at timestamptz not null default now(),
  primary key (institution_id, pairing_id, ordinal),
  foreign key (institution_id, pairing_id) references pairing (institution_id, pairing_id)
);
comment on table pairing_step is 'What happened to a pairing, appended and never changed';
select pg_temp.lock_down('pairing_step',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_id = {self})',
  '{here} and ({whole} or unit_id = {units})');

-- ── Interactions ─────────────────────────────────────────────────────────────────────────────────────────

create table interaction (
  institution_id uuid not null,
  interaction_id uuid not null,
  leader_id uuid not null,
  leader_name text not null,
  unit_id uuid not null,
  representative_ids uuid[] not null,
  channel text not null check (channel in ('faceToFace', 'phone', 'online', 'symposium', 'visit', 'activity')),
  happened_on date not null,
  precision text not null check (precision in ('moment', 'day', 'month')),
  happened_at timestamptz,
  came_about boolean not null default true,
  place text,
  words text,
  next_on date,
  next_choice text,
  late_reason text,
  recorded_by uuid,
  recorded_as text,
  channel_written text,
  handling text,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (institution_id, interaction_id),
  foreign key (institution_id, leader_id) references person (institution_id, person_id),
  foreign key (institution_id, unit_id) references unit (institution_id, unit_id),
  foreign key (institution_id, import_id) references import_run (institution_id, import_id)
);
create index interaction_leader on interaction (institution_id, leader_id, happened_on);
create index interaction_people on interaction using gin (representative_ids);
comment on table interaction is 'The one shared record of a talk, a visit, a call: both sides read the same';
comment on column interaction.leader_name is 'Who talked, as they were called then: whoever reads the record knows it, also when the pair is no more';
comment on column interaction.unit_id is 'The unit of the leader';
comment on column interaction.words is 'What was talked about, readable by both sides; sensitive';
comment on column interaction.came_about is 'False for an attempt that did not come about; it does not count as a talk';
comment on column interaction.late_reason is 'Why it is recorded only in a later year';
comment on column interaction.channel_written is 'The way as an imported ledger words it';
comment on column interaction.handling is 'What an imported ledger says of handling where no opinion or difficulty stands beside it';
comment on column interaction.recorded_as is 'Who wrote it down, by name, where it was not the leader; an imported ledger may name a desk';
select pg_temp.lock_down('interaction',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_ids && {selves})',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self})');

create table interaction_party (
  institution_id uuid not null,
  interaction_id uuid not null,
  representative_id uuid not null,
  representative_name text not null,
  leader_id uuid not null,
  unit_id uuid not null,
  pairing_id uuid,
  channel text not null,
  happened_on date not null,
  precision text not null,
  came_about boolean not null,
  primary key (institution_id, interaction_id, representative_id),
  foreign key (institution_id, interaction_id) references interaction (institution_id, interaction_id),
  foreign key (institution_id, representative_id) references person (institution_id, person_id)
);
create index interaction_party_pair on interaction_party (institution_id, leader_id, representative_id, happened_on);
create index interaction_party_representative on interaction_party (institution_id, representative_id, happened_on);
comment on table interaction_party is 'Each representative who took part, with the facts that the year of contact is computed from';
comment on column interaction_party.representative_name is 'Who took part, as they were called then; for the leader who was there';
comment on column interaction_party.pairing_id is 'The pairing in force on that day, if there was one';
select pg_temp.lock_down('interaction_party',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_id = {self})',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self})');

create table interaction_point (
  institution_id uuid not null,
  point_id uuid not null,
  interaction_id uuid not null,
  leader_id uuid not null,
  unit_id uuid not null,
  representative_ids uuid[] not null,
  ordinal integer not null,
  kind text not null check (kind in ('opinion', 'difficulty')),
  named boolean not null,
  words text not null,
  handling text,
  primary key (institution_id, point_id),
  foreign key (institution_id, interaction_id) references interaction (institution_id, interaction_id)
);
create index interaction_point_interaction on interaction_point (institution_id, interaction_id);
comment on table interaction_point is 'What the other side raised, line by line, each with its own choice to be named';
comment on column interaction_point.words is 'The view or the difficulty in words that both sides can read; sensitive';
comment on column interaction_point.named is 'Whether the person agreed to be named when it travels; views are unnamed unless they say so';
comment on column interaction_point.handling is 'How it was handled, in the words of an imported ledger';
select pg_temp.lock_down('interaction_point',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_ids && {selves})',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self})');

create table appointment (
  institution_id uuid not null,
  appointment_id uuid not null,
  leader_id uuid not null,
  unit_id uuid not null,
  representative_ids uuid[] not null,
  channel text not null check (channel in ('faceToFace', 'phone', 'online', 'symposium', 'visit', 'activity')),
  on_day date not null,
  words text,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (institution_id, appointment_id),
  foreign key (institution_id, leader_id) references person (institution_id, person_id),
  foreign key (institution_id, import_id) references import_run (institution_id, import_id)
);
create index appointment_leader on appointment (institution_id, leader_id, on_day);
comment on table appointment is 'A day agreed for a talk that has not been; shown as planned, never counted as done';
comment on column appointment.words is 'What is to be talked about, readable by both sides; sensitive';
select pg_temp.lock_down('appointment',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self} or representative_ids && {selves})',
  '{here} and ({whole} or unit_id = {units} or leader_id = {self})');

-- ── What the application's role may do ───────────────────────────────────────────────────────────────────
-- It owns nothing. It may append to the histories and the audit, not change them. Row policies narrow the rest.

grant usage on schema public to zhengyou_app;
grant select, insert, update, delete on all tables in schema public to zhengyou_app;
revoke all on schema_migration from zhengyou_app;
revoke update, delete on audit, audit_seal, audit_link from zhengyou_app;
revoke update on pairing_step, import_effect from zhengyou_app;
revoke delete on institution from zhengyou_app;
