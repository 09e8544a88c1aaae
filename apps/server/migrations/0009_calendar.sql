-- Tables of working days that an office has pasted, beside those that the house ships with.

create table workday_table (
  institution_id uuid not null references institution,
  year integer not null check (year between 2000 and 2200),
  text text not null,
  source text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  version integer not null default 1,
  primary key (institution_id, year)
);
comment on table workday_table is 'Which days of a year are off or worked, as published and pasted by the office; stands before the table that the house ships with';
comment on column workday_table.text is 'The table of that one year in its plain format, checked before it was kept';
comment on column workday_table.source is 'Where it was published';
alter table workday_table enable row level security;
alter table workday_table force row level security;
create policy readable on workday_table for select using (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid);
create policy insertable on workday_table for insert with check (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid and current_setting('app.keeps', true) = 'on');
create policy changeable on workday_table for update using (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid and current_setting('app.keeps', true) = 'on');
create policy removable on workday_table for delete using (
  institution_id = nullif(current_setting('app.institution', true), '')::uuid and current_setting('app.keeps', true) = 'on');
grant select, insert, update, delete on workday_table to zhengyou_app;
