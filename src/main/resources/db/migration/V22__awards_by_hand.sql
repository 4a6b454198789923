-- Awards that take the place of earlier ones, and lists of awards in every state.

alter table direct_award add column replaces_id uuid references direct_award (id);
alter table direct_award add constraint direct_award_replaced_once unique (replaces_id);

create index direct_award_of_institution on direct_award (institution_id, created_at, id);
create index direct_award_of_class on direct_award (badge_class_id, created_at, id);
