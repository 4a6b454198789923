-- What others see of a badge while it is public: the owner's choice. Badges that are public already
-- were made so with everything.
alter table credential add column shown_name varchar(10) default 'FULL' not null
  check (shown_name in ('FULL', 'INITIALS', 'NONE'));
alter table credential add column shown_parts varchar(100)
  default 'NARRATIVE,EVIDENCE,GRADE,SUPPLEMENTS' not null;

-- What the owner thinks of it, and when they put it out of sight.
alter table credential add column note varchar(4000);
alter table credential add column archived_at timestamp with time zone;
