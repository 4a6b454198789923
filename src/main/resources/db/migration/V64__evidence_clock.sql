-- How long an institution keeps evidence that no rule asks for any more.
alter table award_settings add column evidence_days int
  check (evidence_days between 90 and 3650); -- null: until its person is erased

-- Facts go one by one, and each must know at once whether it is the newest.
create index evidence_passback on evidence (passback_id);
