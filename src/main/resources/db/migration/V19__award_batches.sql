-- Awards for many learners at once: an uploaded table, row by row, before and after it was awarded.

create table award_batch (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  badge_class_id uuid not null references badge_class (id),
  file_name varchar(200) not null,
  digest varchar(64) not null,
  rows_total int not null,
  uploaded_kind varchar(20) not null,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null,
  scheduled_for timestamp with time zone,
  done int default 0 not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  stopped varchar(100),
  undo_until timestamp with time zone,
  undone_at timestamp with time zone
);
create index award_batch_class on award_batch (badge_class_id, uploaded_at, id);
create index award_batch_waiting on award_batch (started_at, uploaded_at);

create table award_batch_row (
  batch_id uuid not null references award_batch (id) on delete cascade,
  place int not null,
  row_number int not null,
  known_by varchar(10) check (known_by in ('EPPN', 'EMAIL')),
  known_as varchar(320),
  name varchar(500),
  email varchar(320),
  details varchar(40000),
  verdict varchar(20) not null check (verdict in ('GOOD', 'INVALID', 'MISSING', 'DUPLICATE',
    'OPEN', 'HELD')),
  fault varchar(1000),
  lms_user_id uuid references lms_user (id),
  outcome varchar(20) check (outcome in ('AWARDED', 'OPEN', 'HELD', 'REFUSED')),
  award_id uuid references direct_award (id),
  primary key (batch_id, place)
);
create index award_batch_row_verdict on award_batch_row (batch_id, verdict, place);
