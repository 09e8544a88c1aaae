-- What people are told, and how it leaves the house.
-- A notice holds no name and no text: only what kind of thing waits, and ids by which it is read from the live record, under the
-- reader's own rights. Whoever changes something writes the notices of others in the same transaction, but never reads them.

create table notice (
  institution_id uuid not null references institution,
  notice_id uuid not null,
  person_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  about_id uuid,
  number text,
  on_day date,
  thing text not null,
  dedupe_key text not null,
  created_at timestamptz not null,
  told_at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  pressed_at timestamptz,
  primary key (institution_id, notice_id),
  unique (institution_id, person_id, dedupe_key),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
create index notice_person on notice (institution_id, person_id, created_at desc, notice_id);
create index notice_unread on notice (institution_id, person_id) where read_at is null;
comment on table notice is 'What waits for somebody, or happened to something of theirs: a kind and ids, no name and no text';
comment on column notice.subject_id is 'The record in question: a request, a talk, a pair, a matter';
comment on column notice.about_id is 'The person on the other side; the name is looked up on reading, under the reader’s rights';
comment on column notice.number is 'The number of the matter, where it has one';
comment on column notice.on_day is 'The day by which something is asked, or on which it happens';
comment on column notice.thing is 'What has to be settled for the notice to have served; several notices may wait for one thing';
comment on column notice.pressed_at is 'When an extra message was written because the day is near; the digest aside, there is one';
select pg_temp.lock_down('notice', '{here} and ({keeps} or person_id = {self})', '{here} and ({keeps} or person_id = {self})');
-- A notice is for somebody else than whoever causes it.
drop policy insertable on notice;
create policy insertable on notice for insert with check (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid);

create table notice_end (
  institution_id uuid not null references institution,
  thing text not null,
  ended_at timestamptz not null default statement_timestamp(),
  primary key (institution_id, thing)
);
comment on table notice_end is 'Things that are settled: notices told before need nothing more';
comment on column notice_end.thing is 'As in the notice: what had to be settled';
select pg_temp.lock_down('notice_end', '{here}', '{here}');

create table notice_event (
  institution_id uuid not null references institution,
  event_id uuid not null,
  audience text not null check (audience in ('office', 'unit', 'desk', 'proposer', 'leaders', 'webhook')),
  name text not null,
  unit_id uuid,
  subject_id uuid not null,
  about_id uuid,
  number text,
  on_day date,
  thing text not null,
  party integer,
  dedupe_key text not null,
  at timestamptz not null,
  primary key (institution_id, event_id)
);
create index notice_event_order on notice_event (institution_id, event_id);
comment on table notice_event is 'What a desk or another program is to hear, until it is spread to its people and addresses; then the row goes';
comment on column notice_event.audience is 'Who hears of it: the office, a unit’s officer, a desk, those who raised it, other programs';
comment on column notice_event.about_id is 'The person on the other side, where there is one';
comment on column notice_event.number is 'The number of the matter, where it has one';
comment on column notice_event.on_day is 'The day by which something is asked';
comment on column notice_event.party is 'Which of those who raised a matter; null for all of them';
comment on column notice_event.thing is 'What has to be settled';
select pg_temp.lock_down('notice_event', '{here} and {keeps}', '{here} and {keeps}');
drop policy insertable on notice_event;
create policy insertable on notice_event for insert with check (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid);

create table notice_choice (
  institution_id uuid not null references institution,
  choice_id uuid not null,
  person_id uuid not null,
  digest boolean not null default true,
  extra boolean not null default true,
  way text check (way in ('email', 'wecom', 'dingtalk', 'feishu', 'none')),
  addresses bytea,
  quiet_from text check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_until text check (quiet_until ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  language text not null default 'zh' check (language in ('zh', 'en')),
  version integer not null default 1,
  primary key (institution_id, choice_id),
  unique (institution_id, person_id),
  foreign key (institution_id, person_id) references person (institution_id, person_id)
);
comment on table notice_choice is 'How somebody wants to be reminded; without a row the house’s own way holds';
comment on column notice_choice.digest is 'Whether the weekly message is wanted';
comment on column notice_choice.extra is 'Whether a message between is wanted when a day is near';
comment on column notice_choice.way is 'By which channel; null leaves it to the house';
comment on column notice_choice.addresses is 'Addresses by channel, encrypted with a key kept outside the database; to send the reminders';
comment on column notice_choice.quiet_from is 'From when no message goes out; null as the house has it';
comment on column notice_choice.quiet_until is 'Until when no message goes out';
comment on column notice_choice.language is 'The language of messages';
select pg_temp.lock_down('notice_choice', '{here} and ({keeps} or person_id = {self})', '{here} and ({keeps} or person_id = {self})');

create table notice_house (
  institution_id uuid not null references institution,
  address text,
  names boolean not null default false,
  quiet_from text not null default '21:00' check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_until text not null default '08:00' check (quiet_until ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  hears text[] not null default '{}',
  ways text[] not null default '{}',
  ways_by_login text[] not null default '{}',
  version integer not null default 1,
  primary key (institution_id)
);
comment on table notice_house is 'How the house reminds';
comment on column notice_house.address is 'Address under which people open the house; links in messages begin with it';
comment on column notice_house.hears is 'Events that some webhook is told of: others are not written down';
comment on column notice_house.ways is 'Channels that are in use: everybody may know them, how they are reached only the office';
comment on column notice_house.ways_by_login is 'Of these, those that reach somebody by the name of their account';
comment on column notice_house.names is 'Whether messages that leave the house may name the other side; not unless the office says so';
select pg_temp.lock_down('notice_house', '{here}', '{here} and {keeps}');

create table notice_clock (
  institution_id uuid not null references institution,
  beat_at timestamptz,
  found_on date,
  digest_on date,
  primary key (institution_id)
);
comment on table notice_clock is 'How far the worker has come: its last sign of life, the day looked through, the week told';
comment on column notice_clock.found_on is 'Up to which day it has looked for what time brings';
comment on column notice_clock.digest_on is 'The Monday of the last week whose digest was written';
select pg_temp.lock_down('notice_clock', '{here} and ({keeps} or {whole})', '{here} and {keeps}');

create table message_channel (
  institution_id uuid not null references institution,
  channel text not null check (channel in ('email', 'wecom', 'dingtalk', 'feishu', 'webhook')),
  enabled boolean not null default false,
  config jsonb not null default '{}',
  secret bytea,
  succeeded_at timestamptz,
  failed_at timestamptz,
  trouble text,
  trouble_detail text,
  version integer not null default 1,
  primary key (institution_id, channel)
);
comment on table message_channel is 'A way out of the house: how it is reached, and how it went last';
comment on column message_channel.config is 'Host, port, ids: nothing secret';
comment on column message_channel.secret is 'Password or secret, encrypted with a key kept outside the database; written, never shown';
comment on column message_channel.trouble is 'What went wrong last, as a code with words';
comment on column message_channel.trouble_detail is 'What the other side answered: its number, never an address or a text';
select pg_temp.lock_down('message_channel', '{here} and {keeps}', '{here} and {keeps}');

create table webhook (
  institution_id uuid not null references institution,
  webhook_id uuid not null,
  name text not null,
  url text not null,
  events text[] not null,
  secret bytea not null,
  secret_before bytea,
  secret_before_until timestamptz,
  enabled boolean not null default true,
  created_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (institution_id, webhook_id)
);
comment on table webhook is 'Another program that is told what happens, by number and id, never by name; each message is signed';
comment on column webhook.events is 'Of what it is told';
comment on column webhook.secret is 'With which messages are signed, encrypted with a key kept outside the database; shown once';
comment on column webhook.secret_before is 'The secret before the change, which signs beside the new one for a day';
select pg_temp.lock_down('webhook', '{here} and {keeps}', '{here} and {keeps}');

create table delivery (
  institution_id uuid not null references institution,
  delivery_id uuid not null,
  channel text not null check (channel in ('email', 'wecom', 'dingtalk', 'feishu', 'webhook')),
  purpose text not null check (purpose in ('digest', 'extra', 'test', 'event')),
  person_id uuid,
  webhook_id uuid,
  payload jsonb,
  dedupe_key text not null,
  status text not null check (status in ('waiting', 'sending', 'sent', 'unknown', 'failed', 'dropped')),
  not_before timestamptz not null,
  attempts integer not null default 0,
  first_at timestamptz,
  claimed_at timestamptz,
  sent_at timestamptz,
  trouble text,
  trouble_detail text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (institution_id, delivery_id),
  unique (institution_id, dedupe_key),
  foreign key (institution_id, person_id) references person (institution_id, person_id),
  foreign key (institution_id, webhook_id) references webhook (institution_id, webhook_id)
);
create index delivery_due on delivery (institution_id, not_before) where status in ('waiting', 'sending');
create index delivery_latest on delivery (institution_id, created_at desc, delivery_id);
comment on table delivery is 'One message that leaves the house, once: what it is, how far it came, what the other side said; its text is made when it goes';
comment on column delivery.purpose is 'Why it goes out: the week’s digest, a day that is near, a test, an event';
comment on column delivery.payload is 'What a webhook is told: the event, its number and ids';
comment on column delivery.not_before is 'From when it may go: after quiet hours, or after a pause between two attempts';
comment on column delivery.attempts is 'How often it was tried';
comment on column delivery.trouble is 'What went wrong last, as a code with words';
comment on column delivery.trouble_detail is 'What the other side answered: its number, never an address or a text';
select pg_temp.lock_down('delivery', '{here} and ({keeps} or person_id = {self})', '{here} and {keeps}');

grant select, insert, update, delete on notice, notice_event, notice_choice, delivery to zhengyou_app;
grant select, insert, update on notice_end, notice_house, notice_clock, message_channel, webhook to zhengyou_app;
