-- People whom an institution knows only by a name in its federation (eppn) or an e-mail address,
-- because a list named them before any LMS did.

alter table lms_user alter column platform_id drop not null;
alter table lms_user alter column sub drop not null;
alter table lms_user add column eppn varchar(320);
alter table lms_user add column known_by varchar(10) default 'LMS' not null
  check (known_by in ('LMS', 'EPPN', 'EMAIL'));
alter table lms_user add column known_as varchar(320);
alter table lms_user add column institution_id uuid references institution (id);
alter table lms_user add constraint lms_user_known check (
  (known_by = 'LMS' and platform_id is not null and sub is not null and known_as is null
    and institution_id is null)
  or (known_by <> 'LMS' and platform_id is null and sub is null and known_as is not null
    and institution_id is not null));
alter table lms_user add constraint lms_user_addressee unique (institution_id, known_by, known_as);
create index lms_user_eppn on lms_user (eppn);
