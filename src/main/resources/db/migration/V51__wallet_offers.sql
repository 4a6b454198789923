-- Offers of badges to wallets, for minutes: digests of what is shown once and kept nowhere.
create table wallet_offer (
  id uuid primary key,
  credential_id uuid not null references credential (id),
  person_id uuid not null,
  format varchar(3) not null,
  name_digest varchar(43) not null unique,
  code_digest varchar(43) not null unique,
  number_digest varchar(43) not null,
  tries int not null,
  expires_at timestamp with time zone not null,
  token_digest varchar(43) unique,
  token_until timestamp with time zone,
  delivered_at timestamp with time zone,
  constraint wallet_offer_format check (format in ('LDP', 'JWT'))
);
create index wallet_offer_credential on wallet_offer (credential_id);
create index wallet_offer_end on wallet_offer (expires_at);
