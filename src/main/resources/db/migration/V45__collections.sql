-- Badges that their owner put together, in an order of their own, and the page that shows them all.
create table badge_collection (
  id uuid primary key,
  person_id uuid not null references person (id),
  name varchar(100) not null,
  description varchar(2000) not null,
  public_since timestamp with time zone,
  created_at timestamp with time zone not null,
  unique (person_id, name)
);

create table badge_collection_entry (
  collection_id uuid not null references badge_collection (id) on delete cascade,
  credential_id uuid not null references credential (id),
  place int not null,
  primary key (collection_id, credential_id)
);
create index badge_collection_entry_credential on badge_collection_entry (credential_id);

-- slug: the end of its address, chosen by the owner.
create table portfolio (
  person_id uuid primary key references person (id),
  slug varchar(40) not null unique,
  title varchar(100) not null,
  intro varchar(2000) not null,
  public_since timestamp with time zone
);
