-- One client id may serve many institutions (Blackboard: all of them), told apart by the deployment.

alter table deployment add column institution_id uuid references institution (id); -- null: the platform's
alter table deployment add column seen_as varchar(500); -- what its first launch called the site
create index deployment_institution on deployment (institution_id);
