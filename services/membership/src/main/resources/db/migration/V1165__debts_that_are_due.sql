-- What of a member's debts is set off follows from the books and from the instalments of its share: no sum beside them (ADR 0113).
drop table advance_debt;

-- The order in which a member's debts are set off is the bylaws'; until now what it owed for goods was settled first.
alter table bylaws disable trigger bylaws_kept;
update bylaws set parameters = parameters || '{"setOffOrder": "CLAIMS_FIRST"}' where not parameters ? 'setOffOrder';
alter table bylaws enable trigger bylaws_kept;
