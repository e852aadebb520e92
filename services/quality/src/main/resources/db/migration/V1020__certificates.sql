-- Keys that certificates are signed with. The private half is sealed by a secret that is not in the database.
create table signing_key (
    kid        text primary key,
    public_key bytea       not null check (length(public_key) = 32),
    sealed     bytea       not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    retired_at timestamptz check (retired_at >= made_at)
);
comment on table signing_key is 'a retired key signs nothing more and is published for ever, so that what it signed can be verified';
create unique index signing_key_in_use on signing_key ((true)) where retired_at is null;

-- A certificate: its facts never change, its state does as drawn. No auditor and no defect stands here.
create table certificate (
    number           text           primary key,
    batch_id         uuid           not null unique references batch,
    member_id        uuid           not null,
    product          text           not null,
    product_name     text           not null,
    gtin             text,
    lot              text           not null,
    grade            text           not null,
    quantity         numeric(24, 6) not null check (quantity > 0),
    unit             text           not null,
    standard_version integer        not null check (standard_version > 0),
    best_before      date,
    issued_at        timestamptz    not null,
    expires_at       timestamptz,
    kid              text           references signing_key,
    jws              text,
    state            text           not null default 'CERTIFIED'
        check (state in ('CERTIFIED', 'SUSPENDED', 'RECALLED', 'EXPIRED')),
    changed_at       timestamptz    not null,
    recall_id        uuid,
    recall_class     text check (recall_class in ('I', 'II', 'III')),
    check ((jws is null) = (kid is null)),
    check ((best_before is null) = (expires_at is null)),
    check (state <> 'EXPIRED' or changed_at >= expires_at),
    check ((state = 'RECALLED') = (recall_class is not null)),
    check (state not in ('SUSPENDED', 'RECALLED') or recall_id is not null)
);
comment on column certificate.expires_at is 'the first moment after the last day of sale, in UTC';
create index certificate_in_force_until on certificate (expires_at) where state = 'CERTIFIED';
create index certificate_of_member on certificate (member_id, number);
create index certificate_of_product on certificate (product, issued_at);
create index certificate_of_lot on certificate (lot);
create index certificate_unsigned on certificate (number) where jws is null;

create function certificate_changes_as_drawn() returns trigger language plpgsql as $$
begin
    if (new.number, new.batch_id, new.member_id, new.product, new.product_name, new.gtin, new.lot, new.grade,
        new.quantity, new.unit, new.standard_version, new.best_before, new.issued_at, new.expires_at)
       is distinct from
       (old.number, old.batch_id, old.member_id, old.product, old.product_name, old.gtin, old.lot, old.grade,
        old.quantity, old.unit, old.standard_version, old.best_before, old.issued_at, old.expires_at)
       or (old.jws is not null and new.jws is distinct from old.jws) then
        raise exception 'what is certified does not change' using errcode = 'integrity_constraint_violation';
    end if;
    if new.state <> old.state
       and (old.state, new.state) not in (('CERTIFIED', 'SUSPENDED'), ('SUSPENDED', 'CERTIFIED'),
                                          ('SUSPENDED', 'RECALLED'), ('CERTIFIED', 'EXPIRED')) then
        raise exception 'a certificate does not go from % to %', old.state, new.state
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger certificate_changes_as_drawn before update on certificate
    for each row execute function certificate_changes_as_drawn();

-- What was certified before there were signed certificates keeps its number; it is signed when the service starts.
insert into certificate (number, batch_id, member_id, product, product_name, gtin, lot, grade, quantity, unit,
                         standard_version, best_before, issued_at, expires_at, changed_at)
select b.certificate_number, b.id, b.member_id, b.product, s.name, s.content ->> 'gtin', b.lot, b.grade, b.quantity,
       b.unit, b.standard_version, b.best_before, b.inspected_at,
       (b.best_before + 1)::timestamp at time zone 'UTC', b.inspected_at
  from batch b join standard s on (s.product, s.version) = (b.product, b.standard_version)
 where b.state = 'CERTIFIED';
