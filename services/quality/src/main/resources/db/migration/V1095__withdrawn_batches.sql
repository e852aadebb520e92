-- A producer withdraws a batch before its sample is drawn.
alter table batch drop constraint batch_state;
alter table batch add constraint batch_state check (state in
    ('WAITING_FOR_STANDARD', 'HELD', 'WITHDRAWN', 'SAMPLED', 'CERTIFIED', 'REJECTED', 'REWORKED', 'SCRAPPED',
     'SUSPENDED', 'RECALLED', 'EXPIRED'));
alter table batch drop constraint sampled_batch_has_a_seed;
alter table batch add constraint sampled_batch_has_a_seed check
    (state in ('WAITING_FOR_STANDARD', 'HELD', 'WITHDRAWN', 'SCRAPPED') or (seed is not null and brand_lot is not null));
alter table batch add constraint withdrawn_batch_has_no_sample check (state <> 'WITHDRAWN' or seed is null);
alter table batch drop constraint decided_batch_is_inspected;
alter table batch add constraint decided_batch_is_inspected check
    (state in ('WAITING_FOR_STANDARD', 'HELD', 'WITHDRAWN', 'SAMPLED', 'REWORKED', 'SCRAPPED') or inspected_by is not null);

create or replace function batch_transition_is_allowed() returns trigger language plpgsql as
$$
begin
    if (old.state, new.state) not in (
        ('WAITING_FOR_STANDARD', 'SAMPLED'), ('WAITING_FOR_STANDARD', 'HELD'), ('WAITING_FOR_STANDARD', 'SCRAPPED'),
        ('WAITING_FOR_STANDARD', 'WITHDRAWN'), ('HELD', 'WITHDRAWN'),
        ('HELD', 'SAMPLED'), ('HELD', 'SCRAPPED'), ('SAMPLED', 'HELD'), ('SAMPLED', 'CERTIFIED'), ('SAMPLED', 'REJECTED'), ('SAMPLED', 'SCRAPPED'),
        ('REJECTED', 'REWORKED'), ('REJECTED', 'SCRAPPED'), ('REJECTED', 'CERTIFIED'), ('REWORKED', 'CERTIFIED'), ('REWORKED', 'SCRAPPED'),
        ('CERTIFIED', 'SUSPENDED'), ('CERTIFIED', 'EXPIRED'), ('SUSPENDED', 'CERTIFIED'), ('SUSPENDED', 'RECALLED'),
        ('EXPIRED', 'RECALLED')) then
        raise exception 'a batch does not go from % to %', old.state, new.state;
    end if;
    return new;
end
$$;
