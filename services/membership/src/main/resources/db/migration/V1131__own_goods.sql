-- books.booking: the firm's own goods, bought in from members that have left; an asset at cost, which is an expense when they are sold
create table own_goods (
    batch_id uuid primary key,
    bought numeric(24, 6) not null default 0 check (bought >= 0),
    cost bigint not null default 0 check (cost >= 0),
    sold numeric(24, 6) not null default 0 check (sold >= 0),
    booked bigint not null default 0 check (booked between 0 and cost)
);
