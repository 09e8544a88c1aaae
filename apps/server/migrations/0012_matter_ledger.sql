-- Matters taken over from an earlier ledger, what their leader answers on the spot, and lists among very many.
--   app.heard   matters that whoever asks heard as a leader, opened in this request to be answered

-- What the ledger took off its list is not closed: no reply went out from here.
alter table matter drop constraint matter_status_check;
alter table matter add constraint matter_status_check check (status in ('registered', 'reported', 'assigned', 'inProgress',
  'waiting', 'drafted', 'reviewed', 'replied', 'confirmed', 'closed', 'merged', 'withdrawn', 'endedInLedger'));
alter table matter add column taken_back_at timestamptz;
comment on column matter.taken_back_at is 'When the import that brought it was undone: its number stays, nothing of it is shown';

-- The ledger’s own words on the handling may name the person: they rest where the person’s words do.
alter table matter_said drop constraint matter_said_sort_check;
alter table matter_said add constraint matter_said_sort_check
  check (sort in ('title', 'point', 'addition', 'question', 'ledger'));
comment on column matter_said.sort is 'Title, point, addition, a question how things stand, or the words of an earlier ledger on the handling';
comment on column matter_action.words is 'Words of staff, or of the leader who heard it, on the handling: a reason, a question, a note, a word to the proposer';

drop policy insertable on matter_reply;
create policy insertable on matter_reply for insert with check (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid
  and (current_setting('app.keeps', true) = 'on'
    or unit_id = any (string_to_array(current_setting('app.units', true), ',')::uuid[])
    or desk_ids && string_to_array(current_setting('app.desks', true), ',')::uuid[]
    or matter_id = any (string_to_array(current_setting('app.heard', true), ',')::uuid[])));
drop policy insertable on matter_promise;
create policy insertable on matter_promise for insert with check (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid
  and (current_setting('app.keeps', true) = 'on'
    or unit_id = any (string_to_array(current_setting('app.units', true), ',')::uuid[])
    or owner_unit_id = any (string_to_array(current_setting('app.desks', true), ',')::uuid[])
    or desk_ids && string_to_array(current_setting('app.desks', true), ',')::uuid[]
    or matter_id = any (string_to_array(current_setting('app.heard', true), ',')::uuid[])));

-- The lists of what is open say `endedInLedger` too.
drop index matter_open;
create index matter_open on matter (institution_id, next_on, matter_id)
  where status not in ('closed', 'merged', 'withdrawn', 'endedInLedger');
drop index matter_desks;
create index matter_desks on matter using gin (desk_ids)
  where status not in ('closed', 'merged', 'withdrawn', 'endedInLedger');
drop index matter_stale;
create index matter_stale on matter (institution_id, clocks_under)
  where status not in ('closed', 'merged', 'withdrawn', 'endedInLedger');
create index matter_import on matter (institution_id, import_id) where import_id is not null;
create index matter_taken_back on matter (institution_id) where taken_back_at is not null;
-- Answered ones alike are looked for from the latest back.
create index matter_answered on matter (institution_id, replied_on desc) where replied_on is not null;
