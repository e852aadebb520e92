-- The tables of quality, feature by feature. Each belongs to the feature that is named above it: only its classes read
-- and write the table; others ask them.

-- standard: a product and the number of versions that its standard has; whoever publishes a version or waits for one locks the row
create table product (
    code    text primary key,
    version integer not null check (version >= 0)
);

-- standard: a published version of a product's standard; never changed, since batches are judged by the one in force when they were reported
create table standard (
    id            uuid primary key,
    product       text        not null references product,
    version       integer     not null check (version > 0),
    name          text        not null,
    unit          text        not null,
    specification jsonb       not null,
    drafted_by    text        not null,
    published_by  text        not null,
    published_at  timestamptz not null,
    unique (product, version)
);
create function standard_is_immutable() returns trigger language plpgsql as
$$ begin raise exception 'a published standard does not change; publish the next version'; end $$;
create trigger standard_is_immutable before update or delete on standard
    for each row execute function standard_is_immutable();

-- standard: a specification that one person of the quality desk has drafted and another publishes
create table standard_draft (
    id            uuid primary key,
    product       text        not null,
    specification jsonb       not null,
    state         text        not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    drafted_by    text        not null,
    drafted_at    timestamptz not null,
    decided_by    text,
    decided_at    timestamptz,
    version       integer check (version > 0),
    check ((state = 'DRAFT') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((state = 'PUBLISHED') = (version is not null)),
    constraint published_by_a_second_person check (state <> 'PUBLISHED' or lower(decided_by) <> lower(drafted_by))
);
create index standard_draft_open on standard_draft (id) where state = 'DRAFT';

-- auditor: a person who inspects for the firm
create table auditor (
    id      uuid primary key,
    name    text   not null check (length(name) between 1 and 200),
    version bigint not null
);

-- auditor: the producers in which an auditor has an interest, and whose batches it may not inspect
create table auditor_interests (
    auditor_id uuid not null references auditor,
    member_id  uuid not null,
    primary key (auditor_id, member_id)
);

-- instrument: a measuring instrument of the firm or its auditors
create table instrument (
    id            uuid primary key,
    name          text not null check (length(name) between 1 and 200),
    serial_number text not null check (length(serial_number) between 1 and 100)
);

-- instrument: its calibrations; one that is recorded neither changes nor goes
create table calibration (
    instrument_id uuid not null references instrument,
    calibrated_on date not null,
    valid_through date not null check (valid_through >= calibrated_on),
    certificate   text not null check (length(certificate) between 1 and 100),
    recorded_by   text not null,
    primary key (instrument_id, calibrated_on)
);

-- switching: the series of lots of one product from one producer, and per defect class how severely it is inspected (MIL-STD-105E)
create table inspection_series (
    id           uuid primary key,
    member_id    uuid    not null,
    product      text    not null,
    switching    jsonb   not null,
    discontinued boolean not null default false,
    unique (member_id, product)
);

-- switching: when and why the inspection of a series became more or less severe
create table switching_change (
    id           uuid primary key,
    member_id    uuid        not null,
    product      text        not null,
    defect_class text        not null check (defect_class in ('CRITICAL', 'MAJOR', 'MINOR')),
    batch_id     uuid,
    from_state   text        not null check (from_state in ('NORMAL', 'TIGHTENED', 'REDUCED', 'DISCONTINUED')),
    to_state     text        not null check (to_state in ('NORMAL', 'TIGHTENED', 'REDUCED', 'DISCONTINUED')),
    reason       text        not null,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    check (from_state <> to_state)
);
create index switching_change_of_class on switching_change (member_id, product, defect_class, id);

-- switching: what a producer changes about the cause of defects, by its own will or at the desk's request, and whether it works
create table corrective_action (
    id           uuid primary key,
    member_id    uuid        not null,
    product      text        not null,
    request      text check (length(request) between 1 and 4000),
    requested_by text,
    complaint_id uuid,
    cause        text check (length(cause) between 1 and 4000),
    action       text check (length(action) between 1 and 4000),
    owner        text check (length(owner) between 1 and 200),
    due_on       date        not null,
    state        text        not null check (state in ('REQUESTED', 'ANNOUNCED', 'ACCEPTED', 'REFUSED', 'PROVEN', 'EFFECTIVE', 'INEFFECTIVE')),
    begun_at     timestamptz not null,
    announced_by text,
    announced_at timestamptz,
    decided_by   text,
    decided_at   timestamptz,
    reason       text,
    proof        text check (length(proof) between 1 and 4000),
    proven_by    text,
    proven_at    timestamptz,
    verified_by  text,
    verified_at  timestamptz,
    finding      text check (length(finding) between 1 and 4000),
    check ((request is null) = (requested_by is null)),
    check ((state = 'REQUESTED') = (announced_by is null) and (announced_by is null) = (announced_at is null)
        and (announced_by is null) = (cause is null) and (cause is null) = (action is null)),
    -- a person's name, which is erased with what is personal of the producer
    check (owner is null or cause is not null),
    check ((state in ('REQUESTED', 'ANNOUNCED')) = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((state = 'REFUSED') = (reason is not null)),
    check ((state in ('PROVEN', 'EFFECTIVE', 'INEFFECTIVE')) = (proven_by is not null)
        and (proven_by is null) = (proven_at is null) and (proven_by is null) = (proof is null)),
    check ((state in ('EFFECTIVE', 'INEFFECTIVE')) = (verified_by is not null)
        and (verified_by is null) = (verified_at is null) and (verified_by is null) = (finding is null))
);
create index corrective_action_due on corrective_action (due_on, id) where state in ('REQUESTED', 'ANNOUNCED', 'ACCEPTED');
create unique index one_announced_corrective_action_per_series on corrective_action (member_id, product) where state = 'ANNOUNCED';
create index corrective_action_of on corrective_action (member_id, id);

-- batch: a batch that a producer has reported, its sampling plans, its sample and the decision about it
create table batch (
    id                 uuid primary key,
    member_id          uuid           not null,
    product            text           not null,
    lot                text           not null,
    sorted_from        uuid unique references batch,
    origin_lot         text,
    origin_lot_key     text           generated always as (upper(replace(origin_lot, ' ', ''))) stored,
    brand_lot          text check (brand_lot ~ '^[!-~]{1,20}$'),
    lot_key            text           not null generated always as (upper(replace(lot, ' ', ''))) stored,
    quantity           numeric(24, 6) not null check (quantity > 0),
    unit               text           not null,
    best_before        date,
    state              text           not null,
    reported_at        timestamptz    not null,
    standard_version   integer check (standard_version > 0),
    plans              jsonb,
    inspection_number            integer        not null default 1 check (inspection_number in (1, 2)),
    rework_description text,
    sample_size        integer check (sample_size > 0),
    drawn_units        integer check (drawn_units >= sample_size),
    seed               text check (length(seed) = 64),
    destroyed_units    integer        not null default 0 check (destroyed_units >= 0),
    destroyed_seed     text,
    inspection_begun   boolean        not null default false,
    inspected_by       uuid references auditor,
    inspected_at       timestamptz,
    defectives         jsonb,
    nonconforming_units jsonb,
    awaits_desk        boolean        not null default false,
    suspended_by       uuid,
    remarks            text,
    grade_found        text,
    grade              text,
    certificate_number text unique,
    reason             text,
    unique (member_id, lot_key),
    unique (product, brand_lot),
    constraint sorted_batch_has_an_origin check ((sorted_from is null) = (origin_lot is null)),
    constraint batch_state check (state in
        ('WAITING_FOR_STANDARD', 'HELD', 'SAMPLED', 'CERTIFIED', 'REJECTED', 'REWORKED', 'SCRAPPED',
         'SUSPENDED', 'RECALLED', 'EXPIRED')),
    constraint sampled_batch_has_a_seed check (state in ('WAITING_FOR_STANDARD', 'HELD', 'SCRAPPED') or (seed is not null and brand_lot is not null)),
    constraint decided_batch_is_inspected check
        (state in ('WAITING_FOR_STANDARD', 'HELD', 'SAMPLED', 'REWORKED', 'SCRAPPED') or inspected_by is not null),
    constraint certified_batch_has_a_certificate check
        (state not in ('CERTIFIED', 'SUSPENDED', 'RECALLED', 'EXPIRED')
            or (certificate_number is not null and grade is not null)),
    constraint uncertified_batch_has_no_certificate check
        (state in ('CERTIFIED', 'SUSPENDED', 'RECALLED', 'EXPIRED') or certificate_number is null),
    constraint rejected_batch_has_a_reason check (state not in ('REJECTED', 'SCRAPPED') or reason is not null),
    constraint reworked_batch_is_reinspected_once check ((state = 'REWORKED') <= (inspection_number = 2) and (inspection_number = 2) <= (rework_description is not null))
);
comment on column batch.inspection_number is '1 for the original inspection, 2 for the re-inspection after a rework';
comment on column batch.sorted_from is 'the rejected batch of which it is the good part, after sorting';
comment on column batch.grade_found is 'the grade that its inspection gave, also if it was rejected';
comment on column batch.brand_lot is 'the lot under which the firm sells it, GS1 application identifier 10';
comment on column batch.drawn_units is 'units that were drawn for the present inspection by the largest of its plans';
comment on column batch.awaits_desk is 'another auditor has a draft, which the quality desk sees before the batch is decided';
comment on column batch.suspended_by is 'the decision of the quality desk by which it is not inspected for now';
comment on column batch.destroyed_units is 'units that a destructive inspection has used up before the batch was reworked';
comment on column batch.destroyed_seed is 'the seed by which those units were drawn';
comment on column batch.inspection_begun is 'an auditor has begun the present inspection, so that its plans stay as they are';
create index batch_by_state on batch (state, id);
create index batch_by_member on batch (member_id, id);
create index batch_of_product on batch (product, id);
create index batch_inspected on batch (member_id, product, id) where inspected_by is not null;
create index batch_awaiting_desk on batch (id) where awaits_desk;
create index batch_of_lot on batch (lot_key, id);
create index batch_of_origin_lot on batch (origin_lot_key) where origin_lot_key is not null;
create index batch_waiting on batch (product, id) where state in ('WAITING_FOR_STANDARD', 'HELD', 'SAMPLED');
create index batch_of_series on batch (member_id, product) where state in ('HELD', 'SAMPLED');
create index batch_in_force_until on batch (best_before, id) where state = 'CERTIFIED';

create function batch_transition_is_allowed() returns trigger language plpgsql as
$$
begin
    if (old.state, new.state) not in (
        ('WAITING_FOR_STANDARD', 'SAMPLED'), ('WAITING_FOR_STANDARD', 'HELD'), ('WAITING_FOR_STANDARD', 'SCRAPPED'),
        ('HELD', 'SAMPLED'), ('HELD', 'SCRAPPED'), ('SAMPLED', 'HELD'), ('SAMPLED', 'CERTIFIED'), ('SAMPLED', 'REJECTED'), ('SAMPLED', 'SCRAPPED'),
        ('REJECTED', 'REWORKED'), ('REJECTED', 'SCRAPPED'), ('REJECTED', 'CERTIFIED'), ('REWORKED', 'CERTIFIED'), ('REWORKED', 'SCRAPPED'),
        ('CERTIFIED', 'SUSPENDED'), ('CERTIFIED', 'EXPIRED'), ('SUSPENDED', 'CERTIFIED'), ('SUSPENDED', 'RECALLED'),
        ('EXPIRED', 'RECALLED')) then
        raise exception 'a batch does not go from % to %', old.state, new.state;
    end if;
    return new;
end
$$;
create trigger batch_transition_is_allowed before update on batch
    for each row when (old.state <> new.state) execute function batch_transition_is_allowed();

-- batch: what certificates call when their state changes, so that only this feature writes its table
create function set_batch_state(batch_id uuid, certificate_state text) returns void language sql as
$$ update batch set state = certificate_state where id = batch_id $$;

-- inspection: what one auditor enters about one batch; saved as a draft, then submitted and never changed
create table inspection (
    id           uuid primary key,
    batch_id     uuid        not null references batch,
    auditor_id   uuid        not null references auditor,
    inspection_number      integer     not null check (inspection_number in (1, 2)),
    content      jsonb       not null,
    entered_by   text        not null,
    saved_at     timestamptz not null,
    submitted_at timestamptz,
    superseded   boolean     not null default false,
    version      bigint      not null
);
create unique index one_inspection_per_auditor on inspection (batch_id, inspection_number, auditor_id) where not superseded;
create index inspection_of_batch on inspection (batch_id, inspection_number);
comment on column inspection.superseded is 'the sample was enlarged after it was submitted, and its auditor has begun another';
create function submitted_inspection_is_immutable() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and new.superseded
       and to_jsonb(new) - 'superseded' - 'version' = to_jsonb(old) - 'superseded' - 'version' then
        return new;
    end if;
    raise exception 'a submitted inspection does not change';
end
$$;
create trigger submitted_inspection_is_immutable before update or delete on inspection
    for each row when (old.submitted_at is not null) execute function submitted_inspection_is_immutable();

-- inspection: what attachments ask before they change, so that only this feature reads its table
create function is_inspection_submitted(of_batch uuid, number integer, of_auditor uuid) returns boolean language sql stable as
$$
    select exists (select from inspection
                    where batch_id = of_batch and inspection_number = number and auditor_id = of_auditor
                      and submitted_at is not null and not superseded)
$$;

-- attachment: a photo or document of an auditor's inspection
create table attachment (
    id          uuid        primary key,
    batch_id    uuid        not null references batch,
    inspection_number     integer     not null check (inspection_number in (1, 2)),
    auditor_id  uuid        not null references auditor,
    type        text        not null check (type in ('JPEG', 'PNG', 'PDF')),
    name        text        not null check (length(name) between 1 and 120),
    caption     text        not null check (length(caption) <= 300),
    digest      text        not null check (length(digest) = 64),
    size        integer     not null check (size between 1 and 5000000),
    attached_at timestamptz not null,
    removed_at  timestamptz check (removed_at >= attached_at)
);
comment on column attachment.removed_at is 'the bytes are gone; the row keeps a late repetition from bringing them back';
create index attachment_of_inspection on attachment (batch_id, inspection_number, auditor_id);

-- attachment: the bytes of an attachment, apart, so that lists do not read them
create table attachment_file (
    attachment_id uuid  primary key references attachment,
    bytes         bytea not null check (length(bytes) between 1 and 5000000)
);
-- JPEG, PNG and PDF are compressed already
alter table attachment_file alter column bytes set storage external;

-- What is attached to a submitted inspection is evidence: it neither changes nor goes, and nothing is added.
create function attachment_of_submitted_inspection_is_immutable() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE' or is_inspection_submitted(new.batch_id, new.inspection_number, new.auditor_id) then
        raise exception 'what is attached to a submitted inspection stays' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'UPDATE' and (to_jsonb(new) - 'removed_at' <> to_jsonb(old) - 'removed_at' or old.removed_at is not null) then
        raise exception 'an attachment does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger attachment_of_submitted_inspection_is_immutable before insert or update or delete on attachment
    for each row execute function attachment_of_submitted_inspection_is_immutable();

create function attachment_bytes_are_immutable() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE' or not exists (select from attachment where id = old.attachment_id and removed_at is not null) then
        raise exception 'the bytes of an attachment stay' using errcode = 'integrity_constraint_violation';
    end if;
    return old;
end
$$;
create trigger attachment_bytes_are_immutable before update or delete on attachment_file
    for each row execute function attachment_bytes_are_immutable();

-- release: a rejected lot that one person of the quality desk proposes to release for sale, and another releases
create table lot_release (
    id          uuid        primary key,
    batch_id    uuid        not null references batch,
    kind        text        not null check (kind in ('CONCESSION', 'DOWNGRADE')),
    grade       text        not null,
    reason      text        not null check (length(reason) between 1 and 500),
    state       text        not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint released_by_two_persons check (state <> 'APPROVED' or decided_by <> proposed_by)
);
create unique index one_proposed_release_per_batch on lot_release (batch_id) where state = 'PROPOSED';
create unique index one_approved_release_per_batch on lot_release (batch_id) where state = 'APPROVED';

-- worklist: the place (town) of each producer that has named one, as membership told it last
create table producer_place (
    member_id uuid primary key,
    place     text not null check (length(place) between 1 and 100)
);

-- directory: what the producers are called, until they are erased
create table producer_name (
    member_id uuid primary key,
    name      text not null check (length(name) between 1 and 200)
);

-- worklist: the batches that await an inspection
create table work_list (
    batch_id     uuid primary key references batch,
    member_id    uuid           not null,
    product      text           not null,
    lot          text           not null,
    quantity     numeric(24, 6) not null check (quantity > 0),
    unit         text           not null,
    reported_at  timestamptz    not null,
    sample_size  integer        not null check (sample_size > 0),
    reinspection boolean        not null,
    auditors     integer        not null check (auditors in (1, 2)),
    discontinued boolean        not null default false
);
comment on column work_list.discontinued is 'the inspection of its series is discontinued; not shown until it is resumed';
create index work_list_by_due on work_list (reported_at, batch_id) where not discontinued;
create index work_list_of_series on work_list (member_id, product);

-- worklist: auditors who have submitted their inspection of a batch that awaits another auditor's
create table work_list_inspected (
    batch_id   uuid not null references work_list on delete cascade,
    auditor_id uuid not null,
    primary key (batch_id, auditor_id)
);

-- worklist: auditors who have claimed a batch that awaits an inspection, or were assigned to it; each has a seat of its panel
create table inspection_claim (
    id            uuid        primary key,
    batch_id      uuid        not null references work_list on delete cascade,
    seat          integer     not null check (seat in (1, 2)),
    auditor_id    uuid        not null references auditor,
    claimed_at    timestamptz not null,
    claimed_until timestamptz not null check (claimed_until > claimed_at),
    assigned_by   text,
    constraint one_claim_per_seat unique (batch_id, seat),
    constraint one_claim_per_auditor unique (batch_id, auditor_id)
);
comment on column inspection_claim.claimed_until is 'the first moment at which it does not hold any more; a lapsed one makes room for another';
create index inspection_claim_of_auditor on inspection_claim (auditor_id, batch_id);

-- inspection: how many days after its own an auditor's claim of a lot holds, by the version of the bylaws that has changed it
create table claim_days_bylaw (
    bylaws_version integer     primary key check (bylaws_version > 0),
    effective_from timestamptz not null,
    claim_days     integer     not null check (claim_days > 0)
);
comment on column claim_days_bylaw.effective_from is 'a claim holds for the days in force when it is made';

-- certificate: an Ed25519 key pair that certificates are signed with; the private half is encrypted with a secret that is not in the database
create table signing_key (
    kid                   text primary key,
    public_key            bytea       not null check (length(public_key) = 32),
    encrypted_private_key bytea       not null,
    created_by            text        not null,
    created_at            timestamptz not null,
    retired_at            timestamptz check (retired_at >= created_at)
);
comment on table signing_key is 'a retired key signs nothing more and is published for ever, so that what it signed can be verified';
create unique index signing_key_in_use on signing_key ((true)) where retired_at is null;

-- certificate: what was certified of a batch, which never changes, and the certificate's state; it names no auditor and no defect
create table certificate (
    number           text           primary key,
    batch_id         uuid           not null unique references batch,
    member_id        uuid           not null,
    product          text           not null,
    product_name     text           not null,
    gtin             text,
    lot              text           not null,
    origin_lot       text,
    origin_lot_key   text           generated always as (upper(replace(origin_lot, ' ', ''))) stored,
    brand_lot        text           not null,
    lot_key          text           not null generated always as (upper(replace(lot, ' ', ''))) stored,
    grade            text           not null,
    quantity         numeric(24, 6) not null check (quantity > 0),
    unit             text           not null,
    standard_version integer        not null check (standard_version > 0),
    best_before      date,
    release_kind     text check (release_kind in ('CONCESSION', 'DOWNGRADE')),
    release_reason   text,
    issued_at        timestamptz    not null,
    expires_at       timestamptz,
    -- the firm's name at that moment
    issuer           text           not null,
    kid              text           not null references signing_key,
    -- null for the moments between the decision's commit and its signature
    jws              text,
    state            text           not null default 'CERTIFIED'
        check (state in ('CERTIFIED', 'SUSPENDED', 'RECALLED', 'EXPIRED')),
    changed_at       timestamptz    not null,
    recall_id        uuid,
    recall_class     text check (recall_class in ('I', 'II', 'III')),
    taken_back       numeric(24, 6) not null default 0 check (taken_back between 0 and quantity),
    taken_back_at    timestamptz,
    check ((taken_back > 0) = (taken_back_at is not null)),
    check ((best_before is null) = (expires_at is null)),
    check ((release_kind is null) = (release_reason is null)),
    check (state <> 'EXPIRED' or changed_at >= expires_at),
    check ((state = 'RECALLED') = (recall_class is not null)),
    check (state not in ('SUSPENDED', 'RECALLED') or recall_id is not null)
);
comment on column certificate.taken_back is 'units that the producer has taken back when it left the firm; not certified any more';
comment on column certificate.expires_at is 'the first moment after the last day of sale, in UTC';
create index certificate_unsigned on certificate (number) where jws is null;
create index certificate_in_force_until on certificate (expires_at) where state = 'CERTIFIED';
create index certificate_of_member on certificate (member_id, number);
create index certificate_of_product on certificate (product, issued_at);
create index certificate_of_lot on certificate (lot_key);
create index certificate_of_origin_lot on certificate (origin_lot_key) where origin_lot_key is not null;

create function certificate_transition_is_allowed() returns trigger language plpgsql as $$
begin
    if (new.number, new.batch_id, new.member_id, new.product, new.product_name, new.gtin, new.lot, new.origin_lot, new.brand_lot, new.grade,
        new.quantity, new.unit, new.standard_version, new.best_before, new.release_kind,
        new.release_reason, new.issued_at, new.expires_at, new.issuer, new.kid, new.jws)
       is distinct from
       (old.number, old.batch_id, old.member_id, old.product, old.product_name, old.gtin, old.lot, old.origin_lot, old.brand_lot, old.grade,
        old.quantity, old.unit, old.standard_version, old.best_before, old.release_kind,
        old.release_reason, old.issued_at, old.expires_at, old.issuer, old.kid, coalesce(old.jws, new.jws)) then
        raise exception 'what is certified does not change' using errcode = 'integrity_constraint_violation';
    end if;
    if new.state <> old.state
       and (old.state, new.state) not in (('CERTIFIED', 'SUSPENDED'), ('SUSPENDED', 'CERTIFIED'),
                                          ('SUSPENDED', 'RECALLED'), ('CERTIFIED', 'EXPIRED'), ('EXPIRED', 'RECALLED')) then
        raise exception 'a certificate does not go from % to %', old.state, new.state
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger certificate_transition_is_allowed before update on certificate
    for each row execute function certificate_transition_is_allowed();

-- From CERTIFIED on a batch has the state of its certificate, in the transaction that changes it.
create function certificate_state_is_passed_to_its_batch() returns trigger language plpgsql as
$$ begin perform set_batch_state(new.batch_id, new.state); return null; end $$;
create trigger certificate_state_is_passed_to_its_batch after update of state on certificate
    for each row when (old.state <> new.state) execute function certificate_state_is_passed_to_its_batch();

-- recall: a decision of the quality desk to suspend, reinstate or recall the certificates of many batches
create table recall (
    id           uuid        primary key,
    action       text        not null check (action in ('SUSPENSION', 'REINSTATEMENT', 'RECALL')),
    recall_class text        check (recall_class in ('I', 'II', 'III')),
    reason       text        not null check (length(reason) between 1 and 1000),
    scope        jsonb       not null,
    state        text        not null check (state in ('PROPOSED', 'DECIDED', 'WITHDRAWN')),
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    reach        jsonb       not null,
    undecided_batches integer not null default 0 check (undecided_batches >= 0),
    selected     integer     not null default 0 check (selected >= 0),
    changed      integer     not null default 0 check (changed >= 0),
    unchanged    integer     not null default 0 check (unchanged >= 0),
    finished_at  timestamptz,
    check ((action = 'RECALL') = (recall_class is not null)),
    check (changed + unchanged <= selected),
    check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((finished_at is not null) = (state = 'DECIDED' and changed + unchanged = selected)),
    constraint recalled_by_two_persons
        check (action <> 'RECALL' or state <> 'DECIDED' or lower(decided_by) <> lower(proposed_by))
);
create index recall_proposed on recall (id) where state = 'PROPOSED';
create index recall_unfinished on recall (id) where state = 'DECIDED' and finished_at is null;
alter table certificate add foreign key (recall_id) references recall;

-- recall: the certificates that a decision is about, fixed when it was taken, and what became of each
create table recall_certificate (
    recall_id uuid    not null references recall,
    number    text    not null references certificate,
    changed   boolean,
    primary key (recall_id, number)
);
comment on column recall_certificate.changed is 'null: not executed yet; false: the certificate was in no state that the decision changes';
create index recall_certificate_not_executed on recall_certificate (recall_id, number) where changed is null;

-- complaint: a partner complains of goods of a certified lot, and what the quality desk decides about it
create table complaint (
    id                 uuid        primary key,
    partner_id         uuid        not null,
    batch_id           uuid        not null references batch,
    certificate_number text        not null references certificate,
    member_id          uuid        not null,
    product            text        not null,
    lot                text        not null,
    defect_class       text        not null check (defect_class in ('CRITICAL', 'MAJOR', 'MINOR')),
    quantity           numeric(24, 6) check (quantity > 0),
    unit               text        not null,
    description        text        not null check (length(description) between 1 and 4000),
    state              text        not null check (state in ('OPEN', 'UPHELD', 'DISMISSED')),
    reported_by        text        not null,
    reported_at        timestamptz not null,
    suspension_id      uuid references recall,
    decided_by         text,
    decided_at         timestamptz,
    answer             text,
    check ((state = 'OPEN') = (decided_by is null) and (decided_by is null) = (decided_at is null)
        and (decided_by is null) = (answer is null))
);
create index complaint_of_partner on complaint (partner_id, id);
create index complaint_of_member on complaint (member_id, id);
create index complaint_open on complaint (id) where state = 'OPEN';

-- performance: of each producer and product how many batches had their original inspection, and what became of them
create table producer_yield (
    member_id      uuid   not null,
    product        text   not null,
    inspected      bigint not null default 0 check (inspected >= 0),
    accepted_first bigint not null default 0 check (accepted_first between 0 and inspected),
    reworked       bigint not null default 0 check (reworked >= 0),
    scrapped       bigint not null default 0 check (scrapped >= 0),
    primary key (member_id, product)
);
create index producer_yield_of_product on producer_yield (product);

-- performance: the same month by month (first day of the month, in UTC), of months in which something was inspected
create table producer_yield_month (
    member_id      uuid   not null,
    product        text   not null,
    month          date   not null check (extract(day from month) = 1),
    inspected      bigint not null check (inspected > 0),
    accepted_first bigint not null check (accepted_first between 0 and inspected),
    primary key (member_id, product, month)
);
create index producer_yield_month_of_product on producer_yield_month (product, month) include (inspected, accepted_first);

-- performance: defects found in rejected batches; defect is a characteristic, or a defect class where only counts were entered
create table producer_defect (
    member_id uuid   not null,
    product   text   not null,
    defect    text   not null,
    batches   bigint not null check (batches > 0),
    found     bigint not null check (found > 0),
    primary key (member_id, product, defect)
);

-- performance: the median first-pass yield of a product with many producers, computed now and then
create table network_yield (
    product   text primary key,
    producers bigint      not null check (producers > 0),
    median    float8      not null check (median between 0 and 1),
    as_of     timestamptz not null
);

-- performance: the same month by month; the median is null where nothing was inspected
create table network_yield_month (
    product   text    not null,
    month     date    not null check (extract(day from month) = 1),
    producers bigint  not null check (producers >= 0),
    median    float8 check (median between 0 and 1),
    is_final  boolean not null,
    primary key (product, month),
    check ((producers = 0) = (median is null))
);
comment on column network_yield_month.is_final is 'the month is over, and nothing is decided in it any more';

-- exit: how many of a producer's batches were reported, decided and certified, and the exit that waits for their decision
create table producer_clearance (
    member_id        uuid primary key,
    reported         bigint not null default 0 check (reported >= 0),
    decided          bigint not null default 0 check (decided >= 0),
    certified        bigint not null default 0 check (certified >= 0),
    exit_id          uuid,
    batches_reported bigint,
    cleared_exit_id  uuid,
    check (decided <= reported and certified <= decided)
);
comment on column producer_clearance.batches_reported is 'how many batches production has heard of in all; the exit waits until as many have arrived here';

-- exit: exits that were withdrawn; production's clearance of one may arrive later than its withdrawal, since topics have no common order
create table withdrawn_exit (
    id        uuid primary key,
    member_id uuid not null
);
