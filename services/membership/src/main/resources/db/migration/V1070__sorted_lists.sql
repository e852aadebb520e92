-- members and payables are listed by name and by the day on which they are due, too
create index member_by_name on member (name, id);
create index payable_by_due_day on payable (due_on, id);
