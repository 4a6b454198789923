-- platform: notices that platforms send us by themselves (LTI Platform Notification Service 1.0) ----

-- Where we asked to be told. registered_at is null until the platform has taken it.
create table notice_handler (
  deployment_id uuid primary key references deployment (id) on delete cascade,
  service_url varchar(2000) not null,
  handler varchar(1000) not null,
  asked_at timestamp with time zone not null,
  registered_at timestamp with time zone
);

-- What we were told already: a notice that comes again changes nothing.
create table platform_notice (
  platform_id uuid not null references platform (id) on delete cascade,
  notice_id varchar(255) not null,
  taken_at timestamp with time zone not null,
  primary key (platform_id, notice_id)
);
create index platform_notice_taken on platform_notice (taken_at);
