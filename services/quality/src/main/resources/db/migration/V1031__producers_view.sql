-- What was usual among a product's producers in a month that is over; null where nothing was inspected.
create table network_month (
    product   text   not null,
    month     date   not null check (extract(day from month) = 1),
    producers bigint not null check (producers >= 0),
    median    float8 check (median between 0 and 1),
    primary key (product, month),
    check ((producers = 0) = (median is null))
);
create index quality_month_of_product on quality_month (product, month) include (inspected, accepted_first);
create index switching_change_of_class on switching_change (member_id, product, defect_class, id);
drop index switching_change_of;
