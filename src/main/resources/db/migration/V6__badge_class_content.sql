-- Everything that is written about a badge class is one JSON value; the columns beside it are what
-- lists and searches read, and what rows from before have. Null: only the columns count.
-- Once awarded, what a credential states changes only with a next version; the earlier ones stay.

alter table badge_class add column content varchar(400000);
alter table badge_class add column number int default 1 not null check (number > 0);
alter table badge_class add column published_at timestamp with time zone;
update badge_class set published_at = updated_at where state <> 'DRAFT';

create table badge_class_version (
  badge_class_id uuid not null references badge_class (id),
  number int not null check (number > 0),
  content varchar(400000) not null,
  replaced_at timestamp with time zone not null,
  primary key (badge_class_id, number)
);

alter table direct_award add column badge_class_version int default 1 not null
  check (badge_class_version > 0);
create index direct_award_version on direct_award (badge_class_id, badge_class_version);
