-- What became of the scores that badges wrote into columns of the LMS: each is written once, and what staff
-- take back later is taken out of the column again.
create table gradebook_score (
  award_id uuid not null references direct_award (id),
  line_item_digest varchar(64) not null,
  state varchar(20) not null check (state in ('TAKEN', 'WAITING', 'OUTDATED', 'NOT_GRADABLE', 'REFUSED')),
  tried_at timestamp with time zone not null,
  primary key (award_id, line_item_digest)
);
create index gradebook_score_column on gradebook_score (line_item_digest, state);
