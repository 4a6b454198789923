-- Mail about requests that were returned or denied.

alter table mail add column word varchar(10) default 'OFFER' not null
  check (word in ('OFFER', 'REMINDER', 'RETURNED', 'DENIED'));
update mail set word = kind;
drop index mail_learner;
alter table mail drop column kind;
alter table mail rename column word to kind;
alter table mail alter column kind drop default;
create index mail_learner on mail (lms_user_id, kind, created_at);

create table mail_words (
  institution_id uuid not null references institution (id),
  kind varchar(10) not null check (kind in ('OFFER', 'REMINDER', 'RETURNED', 'DENIED')),
  language varchar(10) not null,
  subject varchar(200) not null,
  intro varchar(4000) not null,
  outro varchar(4000) not null,
  revision bigint not null,
  primary key (institution_id, kind, language)
);
insert into mail_words (institution_id, kind, language, subject, intro, outro, revision)
  select institution_id, kind, language, subject, intro, outro, revision from mail_text;
drop table mail_text;
alter table mail_words rename to mail_text;

-- A request whose last decision its learner is still to be told, if it is one that needs telling.
create table request_notice (
  request_id uuid primary key references award_request (id)
);

-- The decisions that a message names. None is told twice.
create table mail_request (
  mail_id uuid not null references mail (id),
  request_id uuid not null references award_request (id),
  decided_at timestamp with time zone not null,
  primary key (mail_id, request_id),
  unique (request_id, decided_at)
);
