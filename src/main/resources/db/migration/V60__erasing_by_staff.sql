-- An institution can have somebody erased, for one of these reasons; both null if they asked themselves.
alter table erasure add column institution_id uuid references institution (id);
alter table erasure add column ground varchar(20);
alter table erasure add constraint erasure_ground
  check (ground in ('ASKED', 'MISTAKE', 'RETENTION'));
alter table erasure add constraint erasure_wish
  check ((institution_id is null) = (ground is null));
create index erasure_institution on erasure (institution_id, asked_at);

alter table way_notice add constraint way_notice_what
  check (what in ('ADDED', 'REMOVED', 'JOINED', 'PARTED', 'LEAVING', 'ERASURE'));
