-- A desk enters in a partner's name what the partner wants less of a line, by the partner's own reference; both are on record (ADR 0107).

-- order: who has reduced a line, and whose wish it was; a cancellation of the rest of an order is not here
create table order_line_reduction (
    reduction_id      uuid           primary key, -- of version 7: newer ones are greater
    order_id          uuid           not null,
    line              integer        not null,
    wanted            numeric(18, 6) not null check (wanted >= 0), -- of the line from then on
    cause             text           not null check (cause in ('PARTNER', 'FIRM')),
    transcribed       boolean        not null, -- by the firm's desk, in the partner's name
    partner_reference text,                    -- of the letter, mail or call by which the partner has said it
    reason            text           not null,
    entered_by        text           not null, -- Keycloak's subject
    reduced_at        timestamptz    not null,
    foreign key (order_id, line) references order_line,
    constraint a_desk_transcribes_by_the_partners_reference
        check (not transcribed or (cause = 'PARTNER' and partner_reference is not null)),
    constraint the_firms_cause_has_no_reference_of_the_partner check (cause = 'PARTNER' or partner_reference is null)
);
create index order_line_reduction_of_order on order_line_reduction (order_id, line);
