-- passback: meetings that learners check in to, and what lecturers tick off ------------------------

-- What was last said here, by check-in or by staff, of one learner and activity. The row is locked
-- while something new is said, so that counts are right and times never go back.
create table own_fact (
  activity_id uuid not null references activity (id),
  lms_user_id uuid not null references lms_user (id),
  kind varchar(20) not null check (kind in ('COMPLETED', 'PASSED', 'SCORED', 'ATTENDED')),
  number bigint not null, -- how often something was said; 0: nothing yet
  score double precision,
  maximum double precision,
  undone boolean not null,
  said_at timestamp with time zone not null,
  primary key (activity_id, lms_user_id, kind)
);
create index own_fact_of_learner on own_fact (lms_user_id);

-- One meeting of a series; the series is the activity.
create table meeting (
  id uuid primary key,
  activity_id uuid not null references activity (id),
  title varchar(200) not null,
  stay_minutes int not null check (stay_minutes between 0 and 600), -- 0: checking in is enough
  secret varchar(200) not null, -- sealed; its codes come from it
  state varchar(20) not null check (state in ('PLANNED', 'CHECK_IN', 'CHECK_OUT', 'CLOSED')),
  created_at timestamp with time zone not null,
  turned_at timestamp with time zone not null, -- since when it is in its state
  held_at timestamp with time zone, -- from then on it counts among the meetings there were
  check (state <> 'CHECK_OUT' or stay_minutes > 0)
);
create index meeting_of_series on meeting (activity_id, created_at, id);

-- One learner at one meeting: each can be there once.
create table attendance (
  meeting_id uuid not null references meeting (id),
  lms_user_id uuid not null references lms_user (id),
  in_at timestamp with time zone,
  out_at timestamp with time zone,
  correction varchar(10) check (correction in ('PRESENT', 'ABSENT')), -- what staff say instead
  attended boolean not null,
  primary key (meeting_id, lms_user_id)
);
create index attendance_of_learner on attendance (lms_user_id, meeting_id);
