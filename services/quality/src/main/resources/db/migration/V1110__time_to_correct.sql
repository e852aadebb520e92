-- batch: the sample is drawn when its producer's time to correct or withdraw what it has reported is over
alter table batch add column sample_due_at timestamptz;
comment on column batch.sample_due_at is 'from when on its first sample may be drawn; empty for at once';
alter table batch drop constraint batch_state;
alter table batch add constraint batch_state check (state in
    ('REPORTED', 'WAITING_FOR_STANDARD', 'HELD', 'WITHDRAWN', 'SAMPLED', 'CERTIFIED', 'REJECTED', 'REWORKED', 'SCRAPPED',
     'SUSPENDED', 'RECALLED', 'EXPIRED'));
alter table batch drop constraint sampled_batch_has_a_seed;
alter table batch add constraint sampled_batch_has_a_seed check
    (state in ('REPORTED', 'WAITING_FOR_STANDARD', 'HELD', 'WITHDRAWN', 'SCRAPPED') or (seed is not null and brand_lot is not null));
alter table batch drop constraint decided_batch_is_inspected;
alter table batch add constraint decided_batch_is_inspected check
    (state in ('REPORTED', 'WAITING_FOR_STANDARD', 'HELD', 'WITHDRAWN', 'SAMPLED', 'REWORKED', 'SCRAPPED') or inspected_by is not null);
alter table batch add constraint reported_batch_has_no_sample_yet check
    (state <> 'REPORTED' or (seed is null and sample_due_at is not null and standard_version is not null));
create index batch_sample_due on batch (sample_due_at, id) where state = 'REPORTED';

create or replace function batch_transition_is_allowed() returns trigger language plpgsql as
$$
begin
    if (old.state, new.state) not in (
        ('REPORTED', 'SAMPLED'), ('REPORTED', 'HELD'), ('REPORTED', 'WITHDRAWN'),
        ('WAITING_FOR_STANDARD', 'REPORTED'), ('HELD', 'REPORTED'),
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

-- batch: how many minutes a producer has to correct what it reports, by the version of the bylaws that has changed it
create table correction_time_bylaw (
    bylaws_version integer     primary key check (bylaws_version > 0),
    effective_from timestamptz not null,
    minutes        integer     not null check (minutes >= 0)
);
comment on column correction_time_bylaw.effective_from is 'a batch has the minutes in force when it was reported';
