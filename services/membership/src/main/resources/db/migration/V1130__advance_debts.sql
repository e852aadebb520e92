-- books.setoff: what of a member's debts is for advances on goods that will not be settled; of a member that holds a share this part
-- alone is set off against what the firm owes it (ADR 0092)
create table advance_debt (
    member_id uuid   primary key references member,
    amount    bigint not null check (amount >= 0)
);
comment on column advance_debt.amount is 'minor units, within the balance of MEMBER_DEBTS';
