-- Badges of other issuers that people brought into their backpacks. digest: of the issuer's id and
-- the badge's, so that one badge in two forms is one row. original: the file as it was brought, or as
-- its address served it. picture: drawn anew. recipient: the owner's address to which it was awarded;
-- null if that could not be shown. verdict: the last one. kept_at: null while its owner has only
-- looked at it; such rows go within hours.
create table imported_badge (
  id uuid primary key,
  person_id uuid not null references person (id),
  digest varchar(43) not null,
  kind varchar(4) not null check (kind in ('JSON', 'JWT', 'PNG', 'SVG', 'PDF')),
  original ${blob} not null,
  bytes int not null check (bytes between 1 and 1048576),
  picture ${blob},
  recipient varchar(320),
  verdict text not null,
  checked_at timestamp with time zone not null,
  brought_at timestamp with time zone not null,
  kept_at timestamp with time zone,
  unique (person_id, digest)
);
create index imported_badge_brought on imported_badge (kept_at, brought_at);
