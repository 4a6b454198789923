-- Reaching learners by mail: whom to tell, what was sent, and what came back.

-- A learner has something to be told by an institution, not before a moment.
create table notice (
  lms_user_id uuid not null references lms_user (id),
  institution_id uuid not null references institution (id),
  since timestamp with time zone not null,
  due_at timestamp with time zone not null,
  primary key (lms_user_id, institution_id)
);
create index notice_due on notice (due_at, lms_user_id, institution_id);

-- One message. Its words are made when it is sent and not kept; of the address only a digest is.
create table mail (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  lms_user_id uuid not null references lms_user (id),
  kind varchar(10) not null check (kind in ('OFFER', 'REMINDER')),
  state varchar(10) not null check (state in ('QUEUED', 'SENT', 'DROPPED', 'FAILED', 'BOUNCED')),
  language varchar(10) not null,
  message_id varchar(300) not null unique,
  address_digest varchar(43),
  attempts int default 0 not null,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone
);
create index mail_learner on mail (lms_user_id, kind, created_at);
create index mail_institution on mail (institution_id, state, settled_at, id);

-- The awards that a message names. round: 0 for the first notice, the planned day of a reminder,
-- null for what is only named along or reminded of by staff. No award is told twice in one round.
-- Awards are never deleted; a reference would lock them and stand in the way of a claim.
create table mail_award (
  mail_id uuid not null references mail (id),
  award_id uuid not null,
  round int check (round >= 0),
  primary key (mail_id, award_id),
  unique (award_id, round)
);

-- Learners who want no mail.
create table mail_stop (
  lms_user_id uuid primary key references lms_user (id),
  stopped_at timestamp with time zone not null
);

-- Addresses that nothing reaches, as digests.
create table undeliverable (
  address_digest varchar(43) primary key,
  why varchar(10) not null check (why in ('ADDRESS', 'FULL', 'REFUSED', 'UNKNOWN')),
  since timestamp with time zone not null
);

-- An institution's own words of its mail; without a row the usual ones.
create table mail_text (
  institution_id uuid not null references institution (id),
  kind varchar(10) not null check (kind in ('OFFER', 'REMINDER')),
  language varchar(10) not null,
  subject varchar(200) not null,
  intro varchar(4000) not null,
  outro varchar(4000) not null,
  revision bigint not null,
  primary key (institution_id, kind, language)
);

create index direct_award_reminded on direct_award (institution_id, state, seen_at, offered_at);
