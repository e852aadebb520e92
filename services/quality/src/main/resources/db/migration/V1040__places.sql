alter table producer add column place text check (length(place) between 1 and 100);
comment on column producer.place is 'the town, as it stood at the admission; null: not known, as of everybody admitted before places were told';

-- What waits for an inspection, the longest waiting first.
drop index batch_to_inspect;
create index batch_to_inspect on batch (reported_at, id) where state in ('SAMPLED', 'REWORKED');
