-- rule: conditions on badges, and what happens when evidence changes -------------------------------

create table rule_badge (
  rule_id uuid not null references award_rule (id),
  badge_class_id uuid not null references badge_class (id),
  primary key (rule_id, badge_class_id)
);
create index rule_badge_badge on rule_badge (badge_class_id);

alter table award_rule add column on_change varchar(10) default 'KEEP' not null
  check (on_change in ('KEEP', 'ASK', 'WITHDRAW'));
alter table award_rule add column re_earn boolean default true not null;

-- An award whose evidence holds no more. One row an award: the newest doubt.
create table award_doubt (
  award_id uuid primary key references direct_award (id),
  attachment_id uuid not null references attachment (id),
  state varchar(20) not null check (state in ('OPEN', 'KEPT', 'TAKEN_BACK', 'SETTLED', 'BY_RULE')),
  seen varchar(10000) not null, -- JSON: what was seen instead, condition by condition
  raised_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid
);
create index award_doubt_open on award_doubt (attachment_id, state, raised_at);
