-- settlements are listed by product, by week and by what came in, too
create index settlement_by_product on settlement (product, id);
create index settlement_by_period on settlement (period, id);
create index settlement_by_receipts on settlement (receipts, id);
