alter table batch add column reason_data jsonb;
comment on column batch.reason_data is 'The reason as a code with its numbers; null where a person has written it';

alter table switching_change
    add column reason_code text check (reason_code in ('REJECTED_IN_A_ROW', 'SCORE_REACHED', 'CORRECTIVE_ACTION_ACCEPTED',
        'ACCEPTED_ON_TIGHTENED', 'REJECTED_ON_TIGHTENED', 'REJECTED_ON_REDUCED', 'IN_GAP_ON_REDUCED', 'TIGHTENED_BY_DESK')),
    add column reason_number integer check (reason_number > 0),
    add column reason_written text;
comment on column switching_change.reason_number is 'The lots in a row, or the score';
comment on column switching_change.reason_written is 'What the quality desk has written';
