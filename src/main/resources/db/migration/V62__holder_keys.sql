-- Keys that people proved to hold when a wallet of theirs took a badge: badges of other issuers that
-- name such a key as their owner are theirs. thumbprint: SHA-256 of the public key (RFC 7638), the same
-- in whatever way its DID is written.
create table holder_key (
  id uuid primary key,
  person_id uuid not null references person (id),
  thumbprint varchar(43) not null,
  proved_at timestamp with time zone not null,
  unique (person_id, thumbprint)
);

alter table person_join_part drop constraint person_join_part_kind;
alter table person_join_part add constraint person_join_part_kind
  check (kind in ('LMS', 'ADDRESS', 'LOGIN', 'IMPORTED', 'GRANT', 'COLLECTION', 'PORTFOLIO', 'KEY'));
