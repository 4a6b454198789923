-- Documents that staff join to issued badges later. The credential does not change; a document is
-- replaced by a next version. seen: the last version that the owner has been shown.
create table supplement (
  id uuid primary key,
  credential_id uuid not null references credential (id),
  title varchar(200) not null,
  shown boolean not null,
  seen int not null,
  withdrawn_at timestamp with time zone,
  created_at timestamp with time zone not null
);
create index supplement_credential on supplement (credential_id, created_at);

create table supplement_version (
  supplement_id uuid not null references supplement (id),
  number int not null,
  file_name varchar(200) not null,
  kind varchar(10) not null check (kind in ('PDF', 'PNG', 'JPEG')),
  bytes bigint not null,
  sha256 varchar(64) not null,
  content ${blob} not null,
  added_at timestamp with time zone not null,
  added_by varchar(100) not null,
  primary key (supplement_id, number)
);

-- A document of which its learner is still to be told.
create table supplement_notice (
  supplement_id uuid primary key references supplement (id)
);

-- The documents that a message names, each in a version. None is told twice.
create table mail_supplement (
  mail_id uuid not null references mail (id),
  supplement_id uuid not null references supplement (id),
  number int not null,
  primary key (mail_id, supplement_id),
  unique (supplement_id, number)
);

-- Mail about them.
alter table mail add column word varchar(10) default 'OFFER' not null;
update mail set word = kind;
drop index mail_learner;
alter table mail drop column kind;
alter table mail rename column word to kind;
alter table mail alter column kind drop default;
alter table mail add constraint mail_kind
  check (kind in ('OFFER', 'REMINDER', 'RETURNED', 'DENIED', 'SUPPLEMENT'));
create index mail_learner on mail (lms_user_id, kind, created_at);

create table mail_words (
  institution_id uuid not null references institution (id),
  kind varchar(10) not null,
  language varchar(10) not null,
  subject varchar(200) not null,
  intro varchar(4000) not null,
  outro varchar(4000) not null,
  revision bigint not null,
  primary key (institution_id, kind, language),
  constraint mail_words_kind
    check (kind in ('OFFER', 'REMINDER', 'RETURNED', 'DENIED', 'SUPPLEMENT'))
);
insert into mail_words (institution_id, kind, language, subject, intro, outro, revision)
  select institution_id, kind, language, subject, intro, outro, revision from mail_text;
drop table mail_text;
alter table mail_words rename to mail_text;
