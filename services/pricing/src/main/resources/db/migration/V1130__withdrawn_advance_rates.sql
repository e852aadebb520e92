-- Who has proposed a rate of advances may withdraw it, as a colleague may, before it is approved.

alter table advance_rate
    drop constraint advance_rate_state_check,
    add constraint advance_rate_state_check check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
    add column withdrawn_by text,
    add column withdrawn_at timestamptz,
    add constraint withdrawn_by_somebody
        check ((state = 'WITHDRAWN') = (withdrawn_by is not null and withdrawn_at is not null));
