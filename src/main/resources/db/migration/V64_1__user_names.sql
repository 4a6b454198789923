-- By what else a platform calls people; lecturers' tables do, too.
alter table lms_user add column username varchar(255); -- Moodle's, by which people sign in
alter table lms_user add column sourced_id varchar(255); -- LIS person_sourcedid: Moodle's ID number
