-- On whose right a scheduled award is offered when its moment comes; null for those from before.

alter table direct_award add column scheduled_by_kind varchar(20);
alter table direct_award add column scheduled_by uuid;
