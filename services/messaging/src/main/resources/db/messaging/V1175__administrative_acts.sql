-- messaging: what administrators and operators have done to the running of the service, and who; rows are only added
create table administrative_act (
    number  bigint generated always as identity primary key,
    time    timestamptz not null,
    actor   text        not null check (actor <> ''),
    act     text        not null check (act in
        ('REPLAY', 'NEW_SIGNING_KEY', 'REBUILD', 'COMPARISON', 'RESEND', 'REWIND')),
    subject text        not null
);

create index administrative_act_by_act on administrative_act (act, number);

comment on table administrative_act is 'What administrators and operators have done to the running of the service';
comment on column administrative_act.actor is 'the person''s sub; operator:<account of the machine> for a command at the machine';

create function administrative_act_is_immutable() returns trigger language plpgsql as
$$
begin
    raise exception 'what was done stays as it was recorded' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger administrative_act_is_immutable before update or delete on administrative_act
    for each row execute function administrative_act_is_immutable();
create trigger administrative_act_is_not_emptied before truncate on administrative_act
    for each statement execute function administrative_act_is_immutable();

-- What is asked for by a row in a table is recorded with the row, whoever has inserted it: ./parasol, or SQL by hand.
create function record_operators_act(act text, subject text) returns void language sql as
$$
    insert into administrative_act (time, actor, act, subject)
    values (clock_timestamp(), coalesce(nullif(current_setting('parasol.operator', true), ''), 'operator'), act, subject)
$$;

create function record_rebuild() returns trigger language plpgsql as
$$
begin
    perform record_operators_act(case when new.compares_only then 'COMPARISON' else 'REBUILD' end, new.id::text);
    return new;
end
$$;
create trigger rebuild_is_recorded after insert on rebuild for each row execute function record_rebuild();

create function record_resend() returns trigger language plpgsql as
$$
begin
    perform record_operators_act('RESEND', to_char(new.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'));
    return new;
end
$$;
create trigger resend_is_recorded after insert on resend_request for each row execute function record_resend();
