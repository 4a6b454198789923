-- Who met a rule while all places of its badge class were taken: the next place is given in this order.
create table place_wait (
  attachment_id uuid not null references attachment (id),
  lms_user_id uuid not null references lms_user (id),
  badge_class_id uuid not null references badge_class (id), -- that of the attachment
  met_at timestamp with time zone not null,
  primary key (attachment_id, lms_user_id)
);
create index place_wait_line on place_wait (badge_class_id, met_at);
create index place_wait_learner on place_wait (lms_user_id);
