-- What quality says of a batch now. Only what is CERTIFIED is promised or leaves.
alter table batch add column standing text not null default 'CERTIFIED'
    check (standing in ('CERTIFIED', 'SUSPENDED', 'RECALLED', 'EXPIRED'));
-- goods that can never be sold any more are promised to nobody
alter table batch add constraint withdrawn_is_not_reserved
    check (standing in ('CERTIFIED', 'SUSPENDED') or reserved = 0);

drop index batch_on_shelf;
create index batch_on_shelf on batch (product, grade, expiry) where on_hand > 0 and standing = 'CERTIFIED';
create index reservation_of_batch on reservation (batch_id);

create function only_certified_goods_leave() returns trigger language plpgsql as $$
begin
    raise exception 'batch % is %; nothing of it is promised or leaves', new.batch_id, new.standing
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger only_certified_goods_leave before update on batch for each row
    when (new.standing <> 'CERTIFIED'
          and (new.reserved > old.reserved or new.dispatched + new.delivered > old.dispatched + old.delivered))
    execute function only_certified_goods_leave();
