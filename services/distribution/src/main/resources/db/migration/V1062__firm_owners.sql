-- stock: firms of one owner are one producer where goods are sold by fair share
alter table producer add column owner_id uuid;
comment on column producer.owner_id is 'the same for all firms of one owner; null where membership has told of none: it is its own';
alter table share_credit rename column member_id to owner_id;
