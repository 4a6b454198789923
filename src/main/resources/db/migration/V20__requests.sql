-- What learners ask for: a badge class, why, and what staff said about it.

create table award_request (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  badge_class_id uuid not null references badge_class (id),
  lms_user_id uuid not null references lms_user (id),
  course_id uuid references course (id),
  state varchar(20) not null check (state in ('OPEN', 'RETURNED', 'WITHDRAWN', 'APPROVED', 'DENIED',
    'SETTLED')),
  live smallint generated always as (case when state in ('OPEN', 'RETURNED') then 1 end) ${stored},
  details varchar(40000),
  words varchar(1000),
  asked_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  award_id uuid references direct_award (id),
  purges_at timestamp with time zone,
  purged_at timestamp with time zone,
  version bigint not null,
  unique (badge_class_id, lms_user_id, live),
  check (state = 'OPEN' or decided_at is not null),
  check (state not in ('RETURNED', 'DENIED') or words is not null or purged_at is not null),
  check (state <> 'SETTLED' or award_id is not null)
);
create index award_request_institution on award_request (institution_id, state, asked_at, id);
create index award_request_course on award_request (course_id, state, asked_at, id);
create index award_request_user on award_request (lms_user_id, asked_at, id);
create index award_request_purges on award_request (purges_at, id);
