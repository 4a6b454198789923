-- passback.moodle: when a source that asks about learners one by one asked about each last ---------

create table learner_turn (
  course_id uuid not null references course (id) on delete cascade,
  lms_user_id uuid not null references lms_user (id) on delete cascade,
  asked_at timestamp with time zone not null,
  primary key (course_id, lms_user_id)
);
