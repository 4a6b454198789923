-- The list of an institution's awards, the latest given first.
create index direct_award_latest on direct_award (institution_id, created_at desc, id desc);
