-- A name that an institution corrected; from then on it stands in the place of what a platform tells.
alter table lms_user add column name_corrected_at timestamp with time zone;

-- Learners who ask their institution to correct their name. wished: until it is decided; what was
-- granted stands in lms_user, what was not is nobody's business. open_for: the account while it is
-- open, so that it has one.
create table name_request (
  id uuid primary key,
  lms_user_id uuid not null references lms_user (id),
  open_for uuid unique,
  wished varchar(200),
  state varchar(10) not null check (state in ('OPEN', 'GRANTED', 'DENIED', 'WITHDRAWN')),
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  constraint name_request_open
    check ((state = 'OPEN') = (open_for is not null) and (state = 'OPEN') = (wished is not null)
      and (state = 'OPEN') = (decided_at is null))
);
create index name_request_user on name_request (lms_user_id, id);

-- Lists that named somebody whose name is corrected.
create index award_batch_row_learner on award_batch_row (lms_user_id);
