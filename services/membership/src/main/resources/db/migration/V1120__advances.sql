-- Advances on certified goods are owed to members, and paid by payment runs like everything that the firm owes.
insert into ledger_account (code, name, title, kind, per_member) values
    (2210, 'ADVANCE_PAYABLE', 'Advances payable to members', 'LIABILITY', true);
alter table payable
    drop constraint payable_kind_check,
    add constraint payable_kind_check
        check (kind in ('POOL_PAYOUT', 'ADVANCE', 'PATRONAGE_BONUS', 'REVOLVED_CAPITAL', 'GOODS_PURCHASE', 'EXIT'));
