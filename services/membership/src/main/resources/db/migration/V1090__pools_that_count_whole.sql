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
-- Of pools that are booked before, what is booked is all there is, unless the books say otherwise: what a pool has put on the
-- account of its payouts (2100), its statements take from there. Of one that leaves something there, a statement is still to come.
insert into pool (id, counts_on, stated, producers)
select p.id, min(p.day), count(p.member_id)::integer,
       count(p.member_id)::integer + case when bool_or(p.settled) and sum(p.to_state) <> 0 then 1 else 0 end
  from (select e.about::uuid as id, e.booked_on as day, null::uuid as member_id, true as settled,
               coalesce((select sum(amount) from journal_line l where l.entry = e.id and l.account = 2100), 0) as to_state
          from journal_entry e where e.event = 'PoolSettled'
        union all
        select v.pool_id, v.sold_on, v.member_id, false,
               coalesce((select sum(l.amount) from journal_entry e join journal_line l on l.entry = e.id and l.account = 2100
                          where e.event = 'PayoutStated' and e.about = v.pool_id || ':' || v.member_id), 0)
          from patronage_volume v) p
 group by p.id;
