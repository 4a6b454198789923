-- rule: an attachment that came along when a course was copied, from the one that it copies ---------

alter table attachment add column copied_from uuid references attachment (id);
create unique index attachment_copy on attachment (course_id, copied_from);
