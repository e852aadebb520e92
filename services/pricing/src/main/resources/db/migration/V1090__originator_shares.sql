-- Of goods that are made of a part of another's commitment the originator keeps a share (overflow sharing).

-- pool: parts of commitments that producers have taken of others', as production has told them
create table taken_part (
    part_id          uuid primary key,
    commitment_id    uuid           not null,
    originator_id    uuid           not null,
    taker_id         uuid           not null,
    quantity         numeric(24, 6) not null check (quantity > 0),
    originator_share integer        not null check (originator_share between 0 and 10000),
    taken_at         timestamptz    not null
);
create index taken_part_of_commitment on taken_part (commitment_id);

-- pool: for which commitment a batch was made; the good part of a sorted lot was made for that of the lot
create table commitment_batch (
    batch_id      uuid primary key,
    commitment_id uuid,
    sorted_from   uuid,
    reported_at   timestamptz
);
create index commitment_batch_of_commitment on commitment_batch (commitment_id);
create index commitment_batch_of_lot on commitment_batch (sorted_from);
