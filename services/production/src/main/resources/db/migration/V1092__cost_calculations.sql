-- cost: what producers calculate of their own costs; nothing but their own calls reads it
create table cost_calculation (
    id         uuid primary key,
    member_id  uuid        not null references member,
    name       text        not null,
    product    text        not null,
    basis      jsonb       not null,
    changed_at timestamptz not null,
    version    bigint      not null
);
create index cost_calculation_of_member on cost_calculation (member_id, id);
