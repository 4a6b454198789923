-- The schema of the main job. Portable between H2 and PostgreSQL; what differs is a placeholder:
-- blob (bytea or blob), stored ("stored" on PostgreSQL, nothing on H2).

-- identity -----------------------------------------------------------------------------------

create table person (
  id uuid primary key,
  created_at timestamp with time zone not null
);

-- institution: tenants and their issuers --------------------------------------------------------

create table institution (
  id uuid primary key,
  name varchar(200) not null unique,
  default_locale varchar(10) not null,
  accent varchar(7) not null,
  created_at timestamp with time zone not null
);

create table issuer (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  name varchar(200) not null,
  url varchar(1000),
  email varchar(320),
  created_at timestamp with time zone not null,
  unique (institution_id, name)
);

create table administrator (
  id uuid primary key,
  email varchar(320) not null unique,
  name varchar(200) not null,
  password_hash varchar(500) not null,
  locale varchar(10) not null,
  created_at timestamp with time zone not null,
  version bigint not null
);

-- Wrong passwords for one address, whether or not an administrator has it: a lock tells nothing.
create table sign_in_failure (
  email_digest varchar(64) primary key,
  times int not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone
);

-- A first-party session outside the LMS frame; the cookie holds the token, we its digest.
create table browser_session (
  token_digest varchar(64) primary key,
  kind varchar(20) not null check (kind in ('ADMINISTRATOR', 'PERSON')),
  subject_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create index browser_session_expires on browser_session (expires_at);

-- Single-use codes: first set-up, inviting an administrator, the step from the frame to the backpack.
create table one_time_code (
  digest varchar(64) primary key,
  purpose varchar(20) not null check (purpose in ('SETUP', 'INVITATION', 'HANDOFF')),
  subject_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);

-- keys -------------------------------------------------------------------------------------------

-- Holds one row, locked while a key is made: two nodes never make the same key twice.
create table key_lock (
  id int primary key
);
insert into key_lock (id) values (1);

create table signing_key (
  id uuid primary key,
  purpose varchar(20) not null check (purpose in ('TOOL', 'ISSUER')),
  owner_id uuid,
  kid varchar(200) not null unique,
  algorithm varchar(20) not null,
  public_key text not null,
  sealed_private_key ${blob} not null,
  created_at timestamp with time zone not null,
  signs_from timestamp with time zone not null,
  signs_until timestamp with time zone,
  check ((purpose = 'ISSUER') = (owner_id is not null))
);
create index signing_key_owner on signing_key (purpose, owner_id, signs_from);

-- platform: LMS registrations --------------------------------------------------------------------

create table platform (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  name varchar(200) not null,
  product varchar(20) not null
    check (product in ('moodle', 'canvas', 'brightspace', 'blackboard', 'sakai', 'generic')),
  issuer varchar(500) not null,
  client_id varchar(255) not null,
  auth_login_url varchar(1000) not null,
  auth_token_url varchar(1000) not null,
  auth_audience varchar(1000),
  key_set_url varchar(1000) not null,
  service_hosts varchar(2000) not null default '',
  state varchar(20) not null check (state in ('PENDING', 'ACTIVE', 'DISABLED')),
  origin varchar(20) not null check (origin in ('FILE', 'REGISTRATION', 'TYPED')),
  origin_file varchar(255),
  origin_digest varchar(64),
  created_at timestamp with time zone not null,
  version bigint not null,
  unique (issuer, client_id)
);
create index platform_institution on platform (institution_id);

create table deployment (
  id uuid primary key,
  platform_id uuid not null references platform (id),
  deployment_id varchar(255) not null,
  state varchar(20) not null check (state in ('PENDING', 'ACTIVE', 'DISABLED')),
  first_seen_at timestamp with time zone not null,
  unique (platform_id, deployment_id)
);

create table registration_invitation (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  code_digest varchar(64) not null unique,
  created_by uuid not null references administrator (id),
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  platform_id uuid references platform (id)
);

-- What an outside service last failed with; a row disappears when the service answers again.
create table platform_trouble (
  platform_id uuid not null references platform (id),
  service varchar(20) not null,
  since timestamp with time zone not null,
  last_at timestamp with time zone not null,
  times int not null,
  detail varchar(500) not null,
  primary key (platform_id, service)
);

-- A learner or lecturer as one LMS knows them: (platform, sub) owns awards.
create table lms_user (
  id uuid primary key,
  platform_id uuid not null references platform (id),
  sub varchar(255) not null,
  person_id uuid not null references person (id),
  name varchar(500),
  given_name varchar(250),
  family_name varchar(250),
  email varchar(320),
  locale varchar(20),
  test_user boolean not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  unique (platform_id, sub)
);
create index lms_user_person on lms_user (person_id);

-- launch -------------------------------------------------------------------------------------------

-- One row a launch: replay guard (nonce), audit and session in one.
create table launch (
  id uuid primary key,
  nonce varchar(64) not null unique,
  bearer_digest varchar(64) not null unique,
  state varchar(20) not null check (state in ('PENDING', 'OPEN', 'ENDED')),
  state_digest varchar(64),
  platform_id uuid not null references platform (id),
  deployment_id uuid not null references deployment (id),
  lms_user_id uuid not null references lms_user (id),
  message_type varchar(40) not null,
  claims text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create index launch_expires on launch (expires_at);

-- course and roster ----------------------------------------------------------------------------------

create table course (
  id uuid primary key,
  deployment_id uuid not null references deployment (id),
  context_id varchar(255) not null,
  title varchar(500),
  label varchar(255),
  history varchar(4000),
  memberships_url varchar(2000),
  lineitems_url varchar(2000),
  ags_scopes varchar(1000),
  roster_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version bigint not null,
  unique (deployment_id, context_id)
);

create table membership (
  course_id uuid not null references course (id),
  lms_user_id uuid not null references lms_user (id),
  role varchar(20) not null check (role in ('LEARNER', 'LECTURER', 'OTHER')),
  active boolean not null,
  ever_lecturer boolean not null,
  seen_at timestamp with time zone not null,
  primary key (course_id, lms_user_id)
);
create index membership_user on membership (lms_user_id);

create table resource_link (
  id uuid primary key,
  course_id uuid not null references course (id),
  link_id varchar(255) not null,
  title varchar(500),
  lineitem_url varchar(2000),
  attachment_id uuid,
  created_at timestamp with time zone not null,
  version bigint not null,
  unique (course_id, link_id)
);

-- Anything in a course that yields evidence.
create table activity (
  id uuid primary key,
  course_id uuid not null references course (id),
  kind varchar(20) not null check (kind in ('RESOURCE_LINK', 'LINE_ITEM')),
  reference varchar(2000) not null,
  title varchar(500) not null,
  created_at timestamp with time zone not null,
  version bigint not null,
  unique (course_id, kind, reference)
);

-- badgeclass -------------------------------------------------------------------------------------------

create table badge_class (
  id uuid primary key,
  issuer_id uuid not null references issuer (id),
  state varchar(20) not null check (state in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
  name varchar(200) not null,
  description varchar(2000) not null,
  criteria varchar(10000) not null,
  badge_type varchar(40) not null,
  theme varchar(40) not null,
  language varchar(10) not null,
  created_by varchar(100) not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version bigint not null
);
create index badge_class_issuer on badge_class (issuer_id, state, name, id);

-- rule -----------------------------------------------------------------------------------------------------

create table attachment (
  id uuid primary key,
  course_id uuid not null references course (id),
  badge_class_id uuid not null references badge_class (id),
  state varchar(20) not null check (state in ('DRAFT', 'ON', 'OFF')),
  write_back varchar(20) not null check (write_back in ('NONE', 'AWARDED', 'CLAIMED')),
  restriction_confirmed boolean not null,
  created_by uuid not null references lms_user (id),
  created_at timestamp with time zone not null,
  switched_at timestamp with time zone,
  version bigint not null
);
create index attachment_course on attachment (course_id);
create index attachment_badge_class on attachment (badge_class_id);

alter table resource_link add foreign key (attachment_id) references attachment (id);
create index resource_link_attachment on resource_link (attachment_id);

create table award_rule (
  id uuid primary key,
  attachment_id uuid not null references attachment (id),
  number int not null check (number > 0),
  mode varchar(20) not null check (mode in ('AUTOMATIC', 'APPROVE', 'REQUEST')),
  tree text not null,
  created_by uuid not null references lms_user (id),
  created_at timestamp with time zone not null,
  unique (attachment_id, number)
);

-- Which activities a rule reads: finds the rules that one passback can change.
create table rule_activity (
  rule_id uuid not null references award_rule (id),
  activity_id uuid not null references activity (id),
  primary key (rule_id, activity_id)
);
create index rule_activity_activity on rule_activity (activity_id);

-- How far the roster was evaluated since an attachment was switched on.
create table attachment_evaluation (
  attachment_id uuid primary key references attachment (id),
  last_user_id uuid,
  done int not null,
  total int not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone
);

-- passback --------------------------------------------------------------------------------------------------

-- The inbox: append-only, idempotent.
create table passback (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  source varchar(20) not null,
  dedupe_key varchar(200) not null,
  activity_id uuid not null references activity (id),
  lms_user_id uuid not null references lms_user (id),
  kind varchar(20) not null check (kind in ('COMPLETED', 'PASSED', 'SCORED')),
  score double precision,
  maximum double precision,
  occurred_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  unique (institution_id, source, dedupe_key),
  check (kind <> 'SCORED' or (maximum is not null and maximum > 0))
);
create index passback_evidence on passback (activity_id, lms_user_id, kind, occurred_at);

-- The newest fact of each kind: what rules read.
create table evidence (
  activity_id uuid not null references activity (id),
  lms_user_id uuid not null references lms_user (id),
  kind varchar(20) not null check (kind in ('COMPLETED', 'PASSED', 'SCORED')),
  passback_id uuid not null references passback (id),
  source varchar(20) not null,
  score double precision,
  maximum double precision,
  occurred_at timestamp with time zone not null,
  primary key (activity_id, lms_user_id, kind)
);
create index evidence_user on evidence (lms_user_id);

-- Who a restricted link was seen open for once; evidence comes with the next poll that sees it too.
create table link_sighting (
  activity_id uuid not null references activity (id),
  lms_user_id uuid not null references lms_user (id),
  seen_at timestamp with time zone not null,
  primary key (activity_id, lms_user_id)
);

-- When a source last looked at an activity, when it looks again, and why it holds back.
-- calm counts the looks without news: the pauses grow with it.
create table source_poll (
  activity_id uuid not null references activity (id),
  source varchar(20) not null,
  last_at timestamp with time zone,
  last_ok_at timestamp with time zone,
  next_at timestamp with time zone not null,
  calm int not null,
  failures int not null,
  held_because varchar(40),
  primary key (activity_id, source)
);
create index source_poll_next on source_poll (next_at);

-- The last time a lecturer asked to look at a course at once, and how far that is.
create table course_poll (
  course_id uuid primary key references course (id),
  asked_at timestamp with time zone not null,
  done int not null,
  total int not null,
  finished_at timestamp with time zone,
  trouble varchar(40)
);

-- The time of the last score sent for a user and line item: the next must be later.
create table score_time (
  line_item_digest varchar(64) not null,
  user_sub varchar(255) not null,
  last_at timestamp with time zone not null,
  primary key (line_item_digest, user_sub)
);

-- award -------------------------------------------------------------------------------------------------------

create table direct_award (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  badge_class_id uuid not null references badge_class (id),
  lms_user_id uuid not null references lms_user (id),
  edition int not null check (edition > 0),
  state varchar(20) not null check (state in ('SCHEDULED', 'PROPOSED', 'OFFERED', 'CLAIMED',
    'REJECTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'REVOKED')),
  live smallint generated always as (case
    when state in ('SCHEDULED', 'PROPOSED', 'OFFERED', 'CLAIMED') then 1 end) ${stored},
  sandbox boolean not null,
  origin varchar(20) not null check (origin in ('RULE', 'STAFF', 'LAUNCH', 'CSV', 'API')),
  course_id uuid references course (id),
  attachment_id uuid references attachment (id),
  rule_id uuid references award_rule (id),
  reason text not null,
  rule_met_at timestamp with time zone not null,
  offered_at timestamp with time zone,
  notified_at timestamp with time zone,
  delivered_at timestamp with time zone,
  seen_at timestamp with time zone,
  opened_at timestamp with time zone,
  claimed_at timestamp with time zone,
  first_public_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_reason varchar(1000),
  created_at timestamp with time zone not null,
  version bigint not null,
  unique (badge_class_id, lms_user_id, edition, live),
  check (state not in ('OFFERED', 'CLAIMED', 'REVOKED') or offered_at is not null),
  check ((state in ('CLAIMED', 'REVOKED')) = (claimed_at is not null)),
  check (state not in ('REJECTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'REVOKED') or ended_at is not null)
);
create index direct_award_user on direct_award (lms_user_id, state);
create index direct_award_class on direct_award (badge_class_id, state, offered_at);
create index direct_award_attachment on direct_award (attachment_id, state);
create index direct_award_unclaimed on direct_award (institution_id, state, offered_at, id);

-- credential ----------------------------------------------------------------------------------------------------

create table status_list (
  id uuid primary key,
  issuer_id uuid not null references issuer (id),
  number int not null,
  bits ${blob} not null,
  entries int not null,
  changed_at timestamp with time zone not null,
  version bigint not null,
  unique (issuer_id, number)
);

create table credential (
  id uuid primary key,
  award_id uuid not null unique references direct_award (id),
  badge_class_id uuid not null references badge_class (id),
  issuer_id uuid not null references issuer (id),
  person_id uuid not null references person (id),
  status_list_id uuid not null references status_list (id),
  status_index int not null check (status_index >= 0),
  key_id uuid not null references signing_key (id),
  document text not null,
  issued_at timestamp with time zone not null,
  public_since timestamp with time zone,
  revoked_at timestamp with time zone,
  version bigint not null,
  unique (status_list_id, status_index)
);
create index credential_person on credential (person_id, issued_at);

-- audit and jobs ---------------------------------------------------------------------------------------------------

create table audit_entry (
  id uuid primary key,
  at timestamp with time zone not null,
  institution_id uuid,
  actor_kind varchar(20) not null,
  actor_id varchar(100),
  authority varchar(200) not null,
  action varchar(60) not null,
  subject_kind varchar(40) not null,
  subject_id varchar(100),
  reason varchar(1000)
);
create index audit_entry_at on audit_entry (institution_id, at);
create index audit_entry_recent on audit_entry (at, id);
create index audit_entry_subject on audit_entry (subject_kind, subject_id, at);

create table scheduled_tasks (
  task_name varchar(250) not null,
  task_instance varchar(250) not null,
  task_data ${blob},
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- A job that failed for good: a person must look; retried from the operator page.
create table given_up_job (
  id uuid primary key,
  task_name varchar(250) not null,
  task_instance varchar(250) not null,
  task_data varchar(4000) not null,
  failures int not null,
  last_error varchar(1000) not null,
  given_up_at timestamp with time zone not null
);
