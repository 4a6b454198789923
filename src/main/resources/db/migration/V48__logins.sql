-- Logging in by OpenID Connect, where an institution set it up.

create table openid_provider (
  institution_id uuid primary key references institution (id),
  name varchar(100) not null,
  issuer varchar(500) not null,
  client_id varchar(255) not null,
  sealed_secret ${blob} not null,
  enabled boolean not null,
  authorization_endpoint varchar(1000) not null,
  token_endpoint varchar(1000) not null,
  jwks_uri varchar(1000) not null,
  secret_in_body boolean not null,
  names_itself boolean not null,
  checked_at timestamp with time zone not null,
  version bigint not null
);

-- Somebody as one provider knows them. A provider's sub is its own: another issuer, another login.
create table person_login (
  id uuid primary key,
  person_id uuid not null references person (id),
  institution_id uuid not null references institution (id),
  issuer varchar(500) not null,
  subject varchar(255) not null,
  name varchar(500),
  email varchar(320),
  linked_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  unique (institution_id, issuer, subject)
);
create index person_login_person on person_login (person_id, linked_at);

-- Logins that were answered: none is answered twice.
create table login_used (
  id uuid primary key,
  until_at timestamp with time zone not null
);
create index login_used_until on login_used (until_at);
