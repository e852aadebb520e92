-- What producers recompute their statements from.

-- statement: the figures of a pool at each of its settlements, the same for every producer
create table published_pool (
    settlement_id uuid  primary key references settlement,
    figures       jsonb not null
);
