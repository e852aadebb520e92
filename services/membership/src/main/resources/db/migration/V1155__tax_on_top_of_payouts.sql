-- Tax on top of payouts is owed to members beside them, and recoverable from the tax office.
insert into ledger_account (code, name, title, kind, per_member) values
    (1350, 'INPUT_TAX', 'Input tax, recoverable from the tax office', 'ASSET', false),
    (2220, 'PAYOUT_TAX_PAYABLE', 'Tax on top of payouts, payable to members', 'LIABILITY', true);
alter table payable
    drop constraint payable_kind_check,
    add constraint payable_kind_check
        check (kind in ('POOL_PAYOUT', 'PAYOUT_TAX', 'ADVANCE', 'PATRONAGE_BONUS', 'REVOLVED_CAPITAL', 'GOODS_PURCHASE', 'EXIT'));
