-- Institutions that award together: a partner's lecturers may tie to their activities those badge
-- classes of the institution that say so.

create table partnership (
  id uuid primary key,
  institution_id uuid not null references institution (id),
  partner_id uuid not null references institution (id),
  created_at timestamp with time zone not null,
  unique (institution_id, partner_id),
  check (institution_id <> partner_id)
);
create index partnership_partner on partnership (partner_id);

alter table badge_class add column open_to varchar(20) default 'INSTITUTION' not null
  check (open_to in ('INSTITUTION', 'PARTNERS'));
