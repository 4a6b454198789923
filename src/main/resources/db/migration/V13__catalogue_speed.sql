-- When each entry was written, so that what was counted can be told from what is there now.

alter table catalogue_entry add column entered_at timestamp with time zone
  default current_timestamp not null;
create index catalogue_entry_entered on catalogue_entry (entered_at);
