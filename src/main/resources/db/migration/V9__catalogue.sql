-- What the public catalogue lists and searches, kept beside each published badge class in the
-- transaction that changes it. Words are those of all its languages, without marks, in lower case.

create table catalogue_entry (
  badge_class_id uuid primary key references badge_class (id),
  institution_id uuid not null references institution (id),
  issuer_id uuid not null references issuer (id),
  badge_type varchar(40) not null,
  theme varchar(40) not null,
  sort_name varchar(200) not null,
  published_at timestamp with time zone not null
);
create index catalogue_entry_name on catalogue_entry (sort_name, badge_class_id);
create index catalogue_entry_issuer on catalogue_entry (issuer_id, sort_name, badge_class_id);
create index catalogue_entry_institution on catalogue_entry (institution_id, sort_name, badge_class_id);

create table catalogue_term (
  badge_class_id uuid not null references catalogue_entry (badge_class_id) on delete cascade,
  kind varchar(10) not null check (kind in ('WORD', 'SKILL', 'LANGUAGE')),
  term varchar(200) ${ordered} not null,
  primary key (badge_class_id, kind, term)
);
create index catalogue_term_term on catalogue_term (kind, term, badge_class_id);
