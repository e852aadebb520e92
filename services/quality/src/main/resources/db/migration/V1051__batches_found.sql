-- Batches are found by product and by lot, in the order they were reported.
create index batch_of_product on batch (product, id);
create index batch_of_lot on batch (lot, id);
