-- Other addresses that a registered platform asked for by registering again. They hold nothing until
-- an administrator takes them over; a later wish of the same platform replaces an earlier one.
create table platform_change (
  platform_id uuid primary key references platform (id),
  invitation_id uuid not null references registration_invitation (id),
  auth_login_url varchar(1000) not null,
  auth_token_url varchar(1000) not null,
  auth_audience varchar(1000),
  key_set_url varchar(1000) not null,
  asked_at timestamp with time zone not null,
  version bigint not null
);
