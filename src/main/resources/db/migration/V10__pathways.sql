-- Which badges stand on the way to a published badge: finds the paths that one claim can complete.
create table pathway_step (
  pathway_id uuid not null references badge_class (id),
  badge_class_id uuid not null references badge_class (id),
  primary key (pathway_id, badge_class_id)
);
create index pathway_step_badge_class on pathway_step (badge_class_id);
