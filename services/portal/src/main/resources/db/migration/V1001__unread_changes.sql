-- notice: a notice that was read can be laid aside as unread; when either was done last, so that the person's open pages are told
alter table notice_read add column is_read boolean not null default true;
alter table notice_read add column changed_at timestamptz not null default now();
create index notice_read_changed on notice_read (changed_at);
