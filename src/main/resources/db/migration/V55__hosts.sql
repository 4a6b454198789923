-- Hosts: services that may read a backpack (Open Badges 3.0 API), as they registered themselves (RFC 7591).
create table host (
  id uuid primary key,
  site varchar(255) not null,
  metadata varchar(8000) not null,
  secret_digest varchar(43) not null unique,
  registered_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create index host_used on host (used_at, registered_at);

-- What an owner allows a host; one row for both, begun with a code that works once.
create table host_connection (
  id uuid primary key,
  host_id uuid not null references host (id),
  person_id uuid not null references person (id),
  scopes varchar(100) not null,
  public_only boolean not null,
  connected_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  code_digest varchar(43) not null unique,
  code_challenge varchar(43) not null,
  code_until timestamp with time zone not null,
  code_used_at timestamp with time zone,
  redirect_uri varchar(500) not null,
  read_at timestamp with time zone,
  unique (host_id, person_id)
);
create index host_connection_person on host_connection (person_id, connected_at);
create index host_connection_until on host_connection (until_at);

-- Digests of tokens that hosts hold; they go with their connection. A refresh token that was used stays, so that its second use is seen.
create table host_token (
  id uuid primary key,
  connection_id uuid not null references host_connection (id) on delete cascade,
  kind varchar(7) not null,
  digest varchar(43) not null unique,
  until_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint host_token_kind check (kind in ('ACCESS', 'REFRESH'))
);
create index host_token_connection on host_token (connection_id);
create index host_token_until on host_token (until_at);
