-- exits are listed by the day on which their notice is over, and members by their registration number, too
create index exit_case_by_notice on exit_case (notice_until, id);
create index member_by_registration on member (registration_number, id);
