-- Links by which an owner shows a badge, private or not, to whom they choose. Only the digest of the
-- address is kept.
create table share_view (
  id uuid primary key,
  credential_id uuid not null references credential (id),
  label varchar(100) not null,
  digest varchar(43) not null unique,
  shown_name varchar(10) not null check (shown_name in ('FULL', 'INITIALS', 'NONE')),
  shown_parts varchar(100) not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  opens bigint not null,
  last_opened_at timestamp with time zone,
  version bigint not null
);
create index share_view_credential on share_view (credential_id, created_at);
