-- What learners let a named advisor see for a time, and who looked.

-- told_at: the advisor was written to; refused_at: the mail server took nothing for the address.
create table advisor_grant (
  id uuid primary key,
  person_id uuid not null references person (id),
  advisor varchar(100) not null,
  email varchar(320) not null,
  purpose varchar(300) not null,
  language varchar(20) not null,
  badges varchar(10) not null check (badges in ('ALL', 'CHOSEN', 'NONE')),
  shows_skills boolean not null,
  shows_gaps boolean not null,
  shows_paths boolean not null,
  shows_narrative boolean not null,
  shows_evidence boolean not null,
  shows_grade boolean not null,
  shows_note boolean not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  told_at timestamp with time zone,
  refused_at timestamp with time zone,
  constraint advisor_grant_lasts check (expires_at > created_at),
  constraint advisor_grant_told check (told_at is null or refused_at is null)
);
create index advisor_grant_person on advisor_grant (person_id, id);
create index advisor_grant_end on advisor_grant (expires_at);

-- The badges that were chosen; for CHOSEN only.
create table advisor_grant_badge (
  grant_id uuid not null references advisor_grant (id) on delete cascade,
  credential_id uuid not null references credential (id),
  primary key (grant_id, credential_id)
);
create index advisor_grant_badge_credential on advisor_grant_badge (credential_id);

-- The log: what an advisor opened. credential_id: the badge, where it was one.
create table advisor_look (
  id uuid primary key,
  grant_id uuid not null references advisor_grant (id) on delete cascade,
  what varchar(10) not null check (what in ('ENTERED', 'PAGE', 'BADGE')),
  credential_id uuid references credential (id),
  looked_at timestamp with time zone not null,
  constraint advisor_look_badge check ((what = 'BADGE') = (credential_id is not null))
);
create index advisor_look_grant on advisor_look (grant_id, id);
create index advisor_look_credential on advisor_look (credential_id);

-- Codes that prove that an advisor reads the mailbox which the learner named.
alter table mail_code add column grant_id uuid references advisor_grant (id) on delete cascade;
alter table mail_code add constraint mail_code_for_one
  check (person_id is null or grant_id is null);
create index mail_code_grant on mail_code (grant_id);

-- Sessions of advisors; the subject is the grant.
alter table browser_session add column word varchar(20) default 'PERSON' not null;
update browser_session set word = kind;
alter table browser_session drop column kind;
alter table browser_session rename column word to kind;
alter table browser_session alter column kind drop default;
alter table browser_session add constraint browser_session_kind
  check (kind in ('ADMINISTRATOR', 'PERSON', 'ADVISOR'));

-- What a joined backpack brought along: also what its owner lets advisors see.
alter table person_join_part drop constraint person_join_part_kind;
alter table person_join_part add constraint person_join_part_kind
  check (kind in ('LMS', 'ADDRESS', 'LOGIN', 'IMPORTED', 'GRANT'));
