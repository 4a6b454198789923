-- Programs that use /api/v1: like memberships of staff, each has permissions at one place and below.
-- Of a secret we keep the digest. What a request with an Idempotency-Key was answered is kept for a
-- week, and for each badge class that was imported, what it was called where it came from.

create table api_client (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  level varchar(20) not null check (level in ('INSTITUTION', 'ISSUER_GROUP', 'ISSUER', 'BADGE_CLASS')),
  place_id uuid not null,
  name varchar(100) not null,
  permissions varchar(100) not null,
  secret_digest varchar(64) not null,
  created_by uuid not null references staff_account (id),
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  version bigint not null
);
create index api_client_institution on api_client (institution_id, created_at);

create table api_answer (
  client_id uuid not null references api_client (id),
  idempotency_key varchar(200) not null,
  request_digest varchar(64) not null,
  status int,
  location varchar(300),
  tag varchar(40),
  body varchar(500000),
  created_at timestamp with time zone not null,
  primary key (client_id, idempotency_key)
);
create index api_answer_created on api_answer (created_at);

create table imported_badge_class (
  institution_id uuid not null references institution (id),
  foreign_id uuid not null,
  badge_class_id uuid not null references badge_class (id),
  primary key (institution_id, foreign_id)
);
