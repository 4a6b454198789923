-- Frameworks of skills and outcomes, imported from files, that badge classes answer to. Badge classes
-- keep their own copy of what they chose; these rows only suggest.

create table framework (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  name varchar(200) not null,
  publisher varchar(200) not null,
  url varchar(600) not null,
  language varchar(35) not null,
  source varchar(10) not null check (source in ('CASE', 'CSV')),
  imported_by uuid,
  imported_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  version bigint not null,
  unique (institution_id, name)
);

create table framework_item (
  id uuid primary key,
  framework_id uuid not null references framework (id) on delete cascade,
  identifier varchar(600) not null,
  code varchar(200) not null,
  human_code varchar(200) not null,
  name varchar(200) not null,
  description varchar(2000) not null,
  url varchar(600) not null,
  item_type varchar(80) not null,
  place int not null,
  last_upload uuid not null,   -- the import that brought it last
  withdrawn boolean not null,  -- not in the last import
  unique (framework_id, identifier)
);
create index framework_item_place on framework_item (framework_id, withdrawn, place);

-- The words of items that are not withdrawn, without marks, in lower case.
create table framework_term (
  framework_id uuid not null references framework (id) on delete cascade,
  item_id uuid not null references framework_item (id) on delete cascade,
  term varchar(60) ${ordered} not null,
  primary key (framework_id, term, item_id)
);
create index framework_term_item on framework_term (item_id, term);

-- A file that was uploaded and read once. It waits for a decision; then a job takes its items over.
create table framework_upload (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  framework_id uuid references framework (id) on delete cascade,
  name varchar(200) not null,
  publisher varchar(200) not null,
  url varchar(600) not null,
  language varchar(35) not null,
  source varchar(10) not null check (source in ('CASE', 'CSV')),
  good int not null,
  invalid int not null,
  doubled int not null,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null,
  done int not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone
);
create index framework_upload_institution on framework_upload (institution_id, uploaded_at);
create index framework_upload_framework on framework_upload (framework_id);

create table framework_upload_item (
  upload_id uuid not null references framework_upload (id) on delete cascade,
  place int not null,
  identifier varchar(600) not null,
  code varchar(200) not null,
  human_code varchar(200) not null,
  name varchar(200) not null,
  description varchar(2000) not null,
  url varchar(600) not null,
  item_type varchar(80) not null,  -- empty: after the name of the framework
  keywords varchar(1000) not null,
  primary key (upload_id, place)
);

create table framework_upload_fault (
  upload_id uuid not null references framework_upload (id) on delete cascade,
  place int not null,
  row_number int not null,
  reason varchar(40) not null,
  primary key (upload_id, place)
);
