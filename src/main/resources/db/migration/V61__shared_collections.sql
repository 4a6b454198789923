-- Links to collections: a link leads to one badge or to one collection, and goes with it.
alter table share_view alter column credential_id drop not null;
alter table share_view add column collection_id uuid references badge_collection (id) on delete cascade;
alter table share_view add constraint share_view_target
  check ((credential_id is null) <> (collection_id is null));
create index share_view_collection on share_view (collection_id, created_at);

-- What a joined backpack brought along: also its collections and its portfolio. part_id of a
-- portfolio: who brought it.
alter table person_join_part drop constraint person_join_part_kind;
alter table person_join_part add constraint person_join_part_kind
  check (kind in ('LMS', 'ADDRESS', 'LOGIN', 'IMPORTED', 'GRANT', 'COLLECTION', 'PORTFOLIO'));

-- Learners are told what their school decided about a name, and why not; and which host may read
-- their backpack. words: what is quoted, such as a reason.
alter table way_notice drop constraint way_notice_what;
alter table way_notice add constraint way_notice_what
  check (what in ('ADDED', 'REMOVED', 'JOINED', 'PARTED', 'LEAVING', 'ERASURE', 'NAME_GRANTED',
    'NAME_DENIED', 'HOST'));
alter table way_notice add column words varchar(500) default '' not null;
alter table name_request add column reason varchar(500);
alter table name_request add constraint name_request_reason
  check (reason is null or state = 'DENIED');
