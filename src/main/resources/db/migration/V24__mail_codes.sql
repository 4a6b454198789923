-- Codes that prove who reads a mailbox. A code is made when it is sent, and only its digest is kept.

create table mail_code (
  id uuid primary key,
  lms_user_id uuid not null references lms_user (id) on delete cascade,
  address_digest varchar(64) not null,
  language varchar(20) not null,
  code_digest varchar(64),
  tries int default 0 not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create index mail_code_address on mail_code (address_digest, asked_at);
create index mail_code_expires on mail_code (expires_at);
