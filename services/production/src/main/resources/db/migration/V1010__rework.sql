-- A rejected batch may be reworked and judged once more, and scrapped for good.
alter table batch
    drop constraint batch_state_check,
    add constraint batch_state_check check (state in ('REPORTED', 'CERTIFIED', 'REJECTED', 'REWORKED', 'SCRAPPED'));
