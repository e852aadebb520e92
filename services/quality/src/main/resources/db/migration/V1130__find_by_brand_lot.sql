-- The number that stands on the goods is what a shop reads out: batches and certificates are found by it.

create index batch_of_brand_lot on batch (brand_lot) where brand_lot is not null;
create index certificate_of_brand_lot on certificate (brand_lot);

-- What a decision holds is inspected by nobody, and waits for no auditor, until it is reinstated.

alter table work_list
    add column suspended boolean not null default false;
update work_list w set suspended = true from batch b where b.id = w.batch_id and b.suspended_by is not null;
comment on column work_list.suspended is 'held by a suspension or recall; not shown until it is reinstated';
