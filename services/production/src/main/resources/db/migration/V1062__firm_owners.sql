-- Firms of one owner count as one producer; a firm of which membership has told nothing is its own owner.

alter table member add column owner_id uuid;
update member set owner_id = id;
alter table member alter column owner_id set not null;
comment on column member.owner_id is 'the same for all firms of one owner';
create index member_by_owner on member (owner_id);

-- counting: the reckoning of a producer whose owner has other firms names what they have committed together
alter table counted_commitment add column committed_by_owner numeric(24, 6);
update counted_commitment set committed_by_owner = committed;
alter table counted_commitment alter column committed_by_owner set not null;
comment on column counted_commitment.committed_by_owner is 'by all firms of its owner together';
comment on column frozen_week.producers is 'firms of one owner are one producer';
