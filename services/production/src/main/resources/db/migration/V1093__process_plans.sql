-- calendar: days on which nobody of the firm works
create table firm_holiday (
    day    date primary key,
    name   text not null,
    set_by text not null
);

-- process: what producers say of their work centres, closed days and routes; nothing but their own calls reads it
create table process_plan (
    member_id uuid primary key references member,
    plan      jsonb  not null,
    version   bigint not null
);

-- commitment: what a producer has committed for a week, of all products
create index commitment_of_member_week on commitment (member_id, period) where state <> 'RELEASED';
