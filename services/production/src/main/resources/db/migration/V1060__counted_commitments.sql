-- Commitments, demand and stock are kept by grade from here on. What was stored before stands under the grade '': orders and stock
-- come under their grades by `./parasol rebuild production`, and a commitment of before counts as one of no grade.

alter table product add column grades text[] not null default '{}';
comment on column product.grades is 'from the best down';

alter table commitment add column grade text not null default '';
alter table commitment alter column grade drop default;
drop index one_open_commitment;
create unique index one_open_commitment on commitment (member_id, product, grade, period, route) where state = 'OPEN';
create index commitment_of_week on commitment (period, product, grade);
create index commitment_of_goods on commitment (product, grade, period);

alter table certified_batch add column grade text not null default '';
alter table certified_batch alter column grade drop default;
alter table certified_stock add column grade text not null default '';
alter table certified_stock alter column grade drop default;
alter table certified_stock drop constraint certified_stock_pkey;
alter table certified_stock add primary key (product, grade);

alter table order_line add column grade text;
alter table demand_outlook add column grade text not null default '';
alter table demand_outlook alter column grade drop default;
alter table demand_outlook drop constraint demand_outlook_pkey;
alter table demand_outlook add primary key (product, grade, period);

-- freeze: for how many weeks, the present one included, commitments are frozen, by the version of the bylaws that has changed it
create table freeze_bylaw (
    bylaws_version integer     primary key,
    effective_from timestamptz not null,
    weeks          integer     not null check (weeks >= 0)
);

-- freeze: up to which week planning is frozen, and for which of these weeks it is fixed what counts. One row, which every decision
-- about a commitment locks for share and the freeze for update, so that none slips in between.
create table planning_freeze (
    only_row      boolean primary key default true check (only_row),
    frozen_until  text not null,
    counted_until text not null,
    check (counted_until <= frozen_until)
);
comment on column planning_freeze.frozen_until is 'it never goes back, whatever the bylaws say later; empty before the first freeze';

insert into planning_freeze (frozen_until, counted_until) values ('', '');

-- counting: what partners wanted of a product, grade and week when it was frozen, and up to which level commitments count
create table frozen_week (
    product   text    not null,
    grade     text    not null,
    period    text    not null,
    unit      text    not null,
    wanted    numeric(24, 6) not null check (wanted >= 0),
    committed numeric(24, 6) not null check (committed >= 0),
    producers integer not null check (producers > 0),
    level     numeric(24, 6) check (level >= 0),
    counted_at timestamptz not null,
    primary key (product, grade, period)
);
comment on column frozen_week.level is 'absent where every commitment counts whole';

-- counting: what counts of each producer's commitments; never changed but by handing over
create table counted_commitment (
    period    text    not null,
    product   text    not null,
    grade     text    not null,
    member_id uuid    not null references member,
    committed numeric(24, 6) not null check (committed > 0),
    counts    numeric(24, 6) not null check (counts >= 0 and counts <= committed),
    primary key (period, product, grade, member_id),
    foreign key (product, grade, period) references frozen_week
);
create index counted_commitment_of_member on counted_commitment (member_id, period, product, grade);
