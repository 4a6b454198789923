-- A launch is written by every visit and read by every request of its page, so it has one index, its
-- key, which grows in the order of time: new rows lie side by side, and so do those to be forgotten.
-- The key is sealed in the login's state, so it is also the guard against a second use. The other
-- tables are named without foreign keys, whose indexes would cost more than the rows; what a launch
-- names is never deleted while it lives. Sessions that are open during the upgrade end.

drop table launch;

create table launch (
  id uuid primary key,
  bearer_digest varchar(64) not null,
  state varchar(20) not null check (state in ('PENDING', 'OPEN', 'ENDED')),
  state_digest varchar(64),
  platform_id uuid not null,
  deployment_id uuid not null,
  lms_user_id uuid not null,
  message_type varchar(40) not null,
  claims varchar(1000000) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
