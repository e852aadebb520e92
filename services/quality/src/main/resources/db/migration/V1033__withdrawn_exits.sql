-- Between topics there is no order: production's clearance of an exit may be heard after the exit was withdrawn.
create table withdrawn_exit (
    id        uuid primary key,
    member_id uuid not null
);
