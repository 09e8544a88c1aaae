-- Tiers and kinds of unit are named by the policy of each institution: the schema no longer lists those of one of them.

alter table unit drop constraint unit_tier_check, drop constraint unit_kind_check;
alter table post drop constraint post_tier_check;
alter table pairing drop constraint pairing_tier_check;

alter table representative add column counterpart text not null default 'person'
  check (counterpart in ('person', 'office', 'group', 'unit', 'firm'));
comment on column representative.counterpart is
  'What stands on the other side: a person; whoever holds an office, found by the office’s own standing; a group, unit or firm as a whole';
