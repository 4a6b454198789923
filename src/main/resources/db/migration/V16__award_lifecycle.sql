-- What an award takes along, its clocks, and how many times it was given.

alter table direct_award add column details varchar(40000);
alter table direct_award add column batch_id uuid;
alter table direct_award add column scheduled_for timestamp with time zone;
alter table direct_award add column lapses_at timestamp with time zone;
alter table direct_award add column purges_at timestamp with time zone;
alter table direct_award add column purged_at timestamp with time zone;

-- Offers from before lapse as they would have by the usual clock.
update direct_award set lapses_at = offered_at + interval '82' day where state = 'OFFERED';
update direct_award set purges_at = ended_at + interval '30' day
  where state in ('WITHDRAWN', 'REJECTED');

-- The origin knows requests now. A check without a name cannot be changed: the column is laid anew.
alter table direct_award add column door varchar(20) default 'RULE' not null
  check (door in ('RULE', 'STAFF', 'LAUNCH', 'CSV', 'API', 'REQUEST'));
update direct_award set door = origin;
alter table direct_award drop column origin;
alter table direct_award rename column door to origin;
alter table direct_award alter column origin drop default;

create index direct_award_lapses on direct_award (state, lapses_at, id);
create index direct_award_scheduled on direct_award (state, scheduled_for, id);
create index direct_award_purges on direct_award (purges_at, id);
create index direct_award_batch on direct_award (batch_id, id);

-- The clocks of an institution; without a row the usual ones hold.
create table award_settings (
  institution_id uuid primary key references institution (id),
  lapse_days int not null check (lapse_days between 1 and 730),
  first_reminder_days int check (first_reminder_days > 0),
  second_reminder_days int check (second_reminder_days > first_reminder_days),
  reminder_gap_days int not null check (reminder_gap_days between 1 and 90),
  purge_days int not null check (purge_days between 0 and 730),
  undo_minutes int not null check (undo_minutes between 0 and 1440),
  version bigint not null
);
