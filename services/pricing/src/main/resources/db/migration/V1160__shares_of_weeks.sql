-- Which units are of a part that was taken of another's commitment does not hang on which commitment their producer names.

-- pool: goods of the part
alter table taken_part add column product text;
alter table taken_part add column grade text;
alter table taken_part add column period text;
create index taken_part_of_week on taken_part (taker_id, product, period);

-- advance: the grade that was committed
alter table commitment add column grade text;
