-- The register of shares: one share, one certificate; nobody holds two.
create table share_certificate (
    number         bigint generated always as identity primary key,
    member_id      uuid        not null references member,
    issued_at      timestamptz not null,
    cancelled_at   timestamptz check (cancelled_at >= issued_at),
    bylaws_version integer references bylaws
);
create unique index one_share_per_member on share_certificate (member_id) where cancelled_at is null;
create index share_certificate_of_member on share_certificate (member_id, number);
insert into share_certificate (member_id, issued_at, cancelled_at)
select id, share_issued_at, case when share_cancelled_at is not null then greatest(share_cancelled_at, share_issued_at) end from member
 where share_issued_at is not null order by share_issued_at, id;

create function refuse_changed_certificate() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.cancelled_at is not null or (new.number, new.member_id, new.issued_at)
            is distinct from (old.number, old.member_id, old.issued_at) then
        raise exception 'certificate % is not transferred, split or issued again; it is cancelled once', old.number
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger share_certificate_kept before update or delete on share_certificate
    for each row execute function refuse_changed_certificate();

-- What an admitted firm is asked to pay, and in which parts it does.
create table buy_in_invoice (
    member_id uuid primary key references member,
    number    bigint generated always as identity unique,
    issued_on date not null
);
insert into buy_in_invoice (member_id, issued_on)
select id, admitted_at::date from member where admitted_at is not null order by admitted_at, id;

create table buy_in_instalment (
    member_id      uuid    not null references member,
    number         integer not null check (number > 0),
    amount         bigint  not null check (amount > 0),
    due_on         date    not null,
    paid_at        timestamptz,
    bank_reference text check (length(bank_reference) between 1 and 100),
    primary key (member_id, number),
    check ((paid_at is null) = (bank_reference is null)),
    -- no share without the first one
    check (number > 1 or paid_at is not null)
);

-- What the registrar has found out about an applicant.
create table vetting_note (
    id         uuid primary key,
    member_id  uuid        not null references member,
    note       text        not null check (length(note) between 1 and 5000),
    written_by text        not null,
    written_at timestamptz not null
);
create index vetting_note_of_member on vetting_note (member_id, id);
create trigger vetting_note_kept before update or delete on vetting_note
    for each row execute function refuse_rewriting();
