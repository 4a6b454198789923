-- How people get into their backpacks from outside the LMS: addresses that they proved, and
-- backpacks that they joined.

-- An address whose mailbox its owner reads. It opens one backpack; the one for_mail, if there is
-- one, gets our mail in place of what platforms tell.
create table person_address (
  id uuid primary key,
  person_id uuid not null references person (id),
  address varchar(320) not null unique,
  for_mail boolean not null,
  verified_at timestamp with time zone not null
);
create index person_address_person on person_address (person_id, verified_at);

-- Codes that prove who reads a mailbox, for a quarter of an hour. person_id: who adds the address
-- to the ways in; null for a code that opens the backpack. Codes of before are worth nothing now.
drop table mail_code;
create table mail_code (
  id uuid primary key,
  person_id uuid references person (id),
  address varchar(320) not null,
  language varchar(20) not null,
  code_digest varchar(64),
  tries int default 0 not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create index mail_code_by_address on mail_code (address, asked_at);
create index mail_code_by_expiry on mail_code (expires_at);

-- What the owners of mailboxes are told when a way in comes or goes; gone once it is sent.
-- lms_user_id: who can stop such mail; null for what is told whether they like it or not.
create table way_notice (
  id uuid primary key,
  address varchar(320) not null,
  what varchar(20) not null check (what in ('ADDED', 'REMOVED', 'JOINED', 'PARTED', 'LEAVING')),
  about varchar(500) not null,
  lms_user_id uuid references lms_user (id),
  language varchar(20) not null,
  at timestamp with time zone not null
);

-- Two backpacks became one, and what came over: LMS users, addresses and logins.
create table person_join (
  id uuid primary key,
  from_id uuid not null references person (id),
  into_id uuid not null references person (id),
  joined_at timestamp with time zone not null,
  undone_at timestamp with time zone
);
create index person_join_into on person_join (into_id, joined_at);
create index person_join_from on person_join (from_id);
create table person_join_part (
  join_id uuid not null references person_join (id),
  kind varchar(10) not null check (kind in ('LMS', 'ADDRESS', 'LOGIN')),
  part_id uuid not null,
  primary key (join_id, part_id)
);
