-- What comes over with a backpack also is what its owner brought into it.
alter table person_join_part add column what varchar(10) default 'LMS' not null;
update person_join_part set what = kind;
alter table person_join_part drop column kind;
alter table person_join_part rename column what to kind;
alter table person_join_part alter column kind drop default;
alter table person_join_part add constraint person_join_part_kind
  check (kind in ('LMS', 'ADDRESS', 'LOGIN', 'IMPORTED'));
