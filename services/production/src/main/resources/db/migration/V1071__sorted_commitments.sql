-- commitments are listed by product and by week, too
create index commitment_by_product on commitment (product, id);
create index commitment_by_period on commitment (period, id);
