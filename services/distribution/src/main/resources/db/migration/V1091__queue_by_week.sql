-- Lines for an earlier week are served before those for a later one, and lines for one week in the order in which they were put on
-- record: the week stands above the lowest 40 bits.
update order_line l
   set queue_position = (((to_date(o.period, 'IYYY-"W"IW') - date '1970-01-01') / 7)::bigint << 40) + l.queue_position
  from sales_order o
 where o.order_id = l.order_id;
comment on column order_line.queue_position is 'of lines that wait for the same goods the lowest is served first: that of the earliest week, and of a week the one that was put on record first, whatever clocks say';
