-- A certified batch goes on as its certificate does, and what waits for something that does not come may be given up.
alter table batch
    drop constraint batch_state,
    drop constraint batch_has_a_sample,
    drop constraint nothing_is_decided_uninspected,
    drop constraint certified_has_a_certificate,
    drop constraint uncertified_has_none,
    add constraint batch_state check (state in
        ('WAITING_FOR_STANDARD', 'HELD', 'SAMPLED', 'CERTIFIED', 'REJECTED', 'REWORKED', 'SCRAPPED',
         'SUSPENDED', 'RECALLED', 'EXPIRED')),
    add constraint batch_has_a_sample check (state in ('WAITING_FOR_STANDARD', 'HELD', 'SCRAPPED') or seed is not null),
    add constraint nothing_is_decided_uninspected check
        (state in ('WAITING_FOR_STANDARD', 'HELD', 'SAMPLED', 'REWORKED', 'SCRAPPED') or inspected_by is not null),
    add constraint certified_has_a_certificate check
        (state not in ('CERTIFIED', 'SUSPENDED', 'RECALLED', 'EXPIRED')
            or (certificate_number is not null and grade is not null)),
    add constraint uncertified_has_none check
        (state in ('CERTIFIED', 'SUSPENDED', 'RECALLED', 'EXPIRED') or certificate_number is null);

-- before the trigger knows these states, since a batch may have gone two steps already
update batch b set state = c.state from certificate c where c.batch_id = b.id and c.state <> b.state;

create or replace function batch_moves_as_drawn() returns trigger language plpgsql as
$$
begin
    if (old.state, new.state) not in (
        ('WAITING_FOR_STANDARD', 'SAMPLED'), ('WAITING_FOR_STANDARD', 'HELD'), ('WAITING_FOR_STANDARD', 'SCRAPPED'),
        ('HELD', 'SAMPLED'), ('HELD', 'SCRAPPED'), ('SAMPLED', 'HELD'), ('SAMPLED', 'CERTIFIED'), ('SAMPLED', 'REJECTED'),
        ('REJECTED', 'REWORKED'), ('REJECTED', 'SCRAPPED'), ('REWORKED', 'CERTIFIED'), ('REWORKED', 'SCRAPPED'),
        ('CERTIFIED', 'SUSPENDED'), ('CERTIFIED', 'EXPIRED'), ('SUSPENDED', 'CERTIFIED'), ('SUSPENDED', 'RECALLED')) then
        raise exception 'a batch does not go from % to %', old.state, new.state;
    end if;
    return new;
end
$$;

create function batch_follows_its_certificate() returns trigger language plpgsql as
$$ begin update batch set state = new.state where id = new.batch_id; return null; end $$;
create trigger batch_follows_its_certificate after update of state on certificate
    for each row when (old.state <> new.state) execute function batch_follows_its_certificate();

create index batch_in_force_until on batch (best_before, id) where state = 'CERTIFIED';
