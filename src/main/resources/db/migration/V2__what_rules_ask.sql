-- What a rule asks about an activity: whether it is done, its score, or both. A source looks only
-- for what is asked. Rules from before are taken to ask both; their next version says it exactly.
alter table rule_activity add column asks_completion boolean default true not null;
alter table rule_activity add column asks_score boolean default true not null;
