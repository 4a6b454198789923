-- passback: what the hosted score services keep ---------------------------------------------------

-- A message of a connector that was used, until nobody would take it any more because of its age.
create table connector_nonce (
  connector_id uuid not null references connector (id) on delete cascade,
  digest varchar(43) not null,
  expires_at timestamp with time zone not null,
  primary key (connector_id, digest)
);
create index connector_nonce_expiry on connector_nonce (expires_at);

-- A line item that a sender made in a course (LTI Assignment and Grade Services 2.0).
create table hosted_line_item (
  id uuid primary key,
  connector_id uuid not null references connector (id),
  course_id uuid not null references course (id),
  label varchar(500) not null,
  score_maximum double precision not null check (score_maximum > 0),
  resource_id varchar(255),
  tag varchar(255),
  resource_link_id varchar(255),
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  grades_released boolean,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone
);
create index hosted_line_item_of on hosted_line_item (connector_id, course_id, id);
create index hosted_line_item_course on hosted_line_item (course_id);

-- How a learner stands in it now; what led there is in the inbox.
create table hosted_score (
  line_item_id uuid not null references hosted_line_item (id) on delete cascade,
  learner varchar(255) not null, -- as the sender names them
  sent_at timestamp with time zone not null, -- the sender's own time; older scores are refused
  completed boolean not null,
  score double precision,
  maximum double precision,
  remark varchar(10000),
  scored_by varchar(255),
  primary key (line_item_id, learner),
  constraint hosted_score_whole check ((score is null) = (maximum is null)),
  constraint hosted_score_maximum check (maximum > 0)
);

-- The last outcome of a learner in an activity (LTI 1.1 Basic Outcomes), to be read back.
create table outcome (
  connector_id uuid not null references connector (id) on delete cascade,
  digest varchar(43) not null, -- of course, activity and learner
  set_at timestamp with time zone not null,
  score double precision check (score between 0 and 1), -- null: deleted
  primary key (connector_id, digest)
);
