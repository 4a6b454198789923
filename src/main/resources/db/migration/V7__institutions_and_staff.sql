-- Who signs in under /admin: operators, who run this installation, and the staff of institutions.

alter table administrator rename to staff_account;
alter table staff_account add column operator boolean default true not null;
alter table staff_account alter column operator set default false;

-- What an institution is, beyond its name. "names" holds the other languages; "name" is in the default one.

alter table institution add column names varchar(4000);
alter table institution add column descriptions varchar(40000);
alter table institution add column email varchar(320);
alter table institution add column url varchar(1000);
alter table institution add column eppn_pattern varchar(200);
alter table institution add column schac_home varchar(255);
alter table institution add column schac_home_other varchar(255);
alter table institution add column kind varchar(20) default 'OTHER' not null
  check (kind in ('WO', 'HBO', 'MBO', 'HBO_MBO', 'OTHER'));
alter table institution add column brin varchar(10);
alter table institution add column country varchar(2);
alter table institution add column grading_table_url varchar(1000);
alter table institution add column linkedin_id varchar(20);
alter table institution add column formal boolean default true not null;
alter table institution add column informal boolean default true not null;
alter table institution add column micro_credentials boolean default false not null;
alter table institution add column listed boolean default true not null;
alter table institution add column lecturers varchar(20) default 'PUBLISH' not null
  check (lecturers in ('PUBLISH', 'DRAFT', 'NONE'));
alter table institution add column version bigint default 1 not null;

create table issuer_group (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  name varchar(200) not null,
  names varchar(4000),
  descriptions varchar(40000),
  on_behalf_of varchar(200),
  on_behalf_of_url varchar(1000),
  linkedin_id varchar(20),
  visibility varchar(20) not null check (visibility in ('PUBLIC', 'TEST')),
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version bigint not null,
  unique (institution_id, name)
);

alter table issuer add column issuer_group_id uuid references issuer_group (id);
alter table issuer add column names varchar(4000);
alter table issuer add column descriptions varchar(40000);
alter table issuer add column archived_at timestamp with time zone;
alter table issuer add column version bigint default 1 not null;
create index issuer_issuer_group on issuer (issuer_group_id);

-- The picture of an institution, an issuer group or an issuer, redrawn by us.
create table profile_image (
  owner_id uuid primary key,
  institution_id uuid not null references institution (id),
  png ${blob} not null,
  digest varchar(64) not null,
  updated_at timestamp with time zone not null
);
create index profile_image_institution on profile_image (institution_id);

-- staff: rights at one place, which hold for all below it -------------------------------------------

create table staff_membership (
  id uuid primary key,
  account_id uuid not null references staff_account (id),
  institution_id uuid not null references institution (id),
  level varchar(20) not null check (level in ('INSTITUTION', 'ISSUER_GROUP', 'ISSUER', 'BADGE_CLASS')),
  place_id uuid not null,
  permissions varchar(100) not null,
  granted_by uuid not null references staff_account (id),
  granted_at timestamp with time zone not null,
  version bigint not null,
  unique (account_id, institution_id, level, place_id)
);
create index staff_membership_place on staff_membership (institution_id, level, place_id);

create table staff_invitation (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  level varchar(20) not null check (level in ('INSTITUTION', 'ISSUER_GROUP', 'ISSUER', 'BADGE_CLASS')),
  place_id uuid not null,
  email varchar(320) not null,
  permissions varchar(100) not null,
  code_digest varchar(64) not null unique,
  invited_by uuid not null references staff_account (id),
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_by uuid references staff_account (id),
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  version bigint not null
);
create index staff_invitation_place on staff_invitation (institution_id, level, place_id);

-- terms: what learners agree to, once ---------------------------------------------------------------

create table terms (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  number int not null check (number > 0),
  texts varchar(400000) not null,
  ask_again boolean not null,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  unique (institution_id, number)
);

create table terms_consent (
  person_id uuid not null references person (id),
  terms_id uuid not null references terms (id),
  accepted_at timestamp with time zone not null,
  primary key (person_id, terms_id)
);
