-- A badge class can have so many places; a row of a table may come too late for one.
alter table award_batch_row add constraint award_batch_row_outcome
  check (outcome in ('AWARDED', 'OPEN', 'HELD', 'REFUSED', 'FULL'));
