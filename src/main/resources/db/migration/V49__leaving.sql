-- Before enrolment ends: when that is, who was told once, and who wants to hear no more of it.

create table leaving_settings (
  institution_id uuid primary key references institution (id),
  ends_on date not null,
  days_before int not null check (days_before between 7 and 180),
  version bigint not null
);

create table leaving_nudge (
  person_id uuid primary key references person (id),
  institution_id uuid not null references institution (id),
  told_at timestamp with time zone not null
);

create table leaving_dismissal (
  person_id uuid primary key references person (id),
  dismissed_at timestamp with time zone not null
);

-- Erasing a person: asked for, waiting, done or called off. Nothing in it says who it was once it is
-- done: the person's id is that of an empty row.
create table erasure (
  id uuid primary key,
  person_id uuid not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  called_off_at timestamp with time zone,
  done_at timestamp with time zone,
  check (called_off_at is null or done_at is null)
);
create index erasure_person on erasure (person_id, asked_at);

-- The receipt: what was done in which table.
create table erasure_line (
  erasure_id uuid not null references erasure (id),
  place int not null,
  table_name varchar(60) not null,
  deed varchar(10) not null check (deed in ('DELETED', 'BLANKED')),
  rows_changed int not null,
  primary key (erasure_id, place)
);
