-- The margin of a pool and its producers' volumes count for the same day: that on which the first of a pool is booked.
create table pool (
    id        uuid    primary key,
    counts_on date    not null,
    stated    integer not null check (stated >= 0),
    producers integer check (producers >= 0)
);
create index pool_not_whole on pool (counts_on) where producers is null or stated < producers;
comment on column pool.stated is 'How many of its statements are booked';
comment on column pool.producers is 'How many statements belong to it; absent until the pool itself is booked';
-- Of pools that are booked before, what is booked is all there is; what is still told of one corrects that.
insert into pool (id, counts_on, stated, producers)
select id, min(day), count(member_id)::integer, count(member_id)::integer
  from (select about::uuid as id, booked_on as day, null::uuid as member_id from journal_entry where event = 'PoolSettled'
        union all
        select pool_id, sold_on, member_id from patronage_volume) p
 group by id;
