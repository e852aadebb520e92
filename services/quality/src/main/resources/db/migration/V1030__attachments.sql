-- Photos and documents of an auditor's inspection; their bytes apart, so that lists do not read them.
create table attachment (
    id          uuid        primary key,
    batch_id    uuid        not null references batch,
    attempt     integer     not null check (attempt in (1, 2)),
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
create index attachment_of_inspection on attachment (batch_id, attempt, auditor_id);

create table attachment_file (
    attachment_id uuid  primary key references attachment,
    bytes         bytea not null check (length(bytes) between 1 and 5000000)
);
-- photos do not shrink
alter table attachment_file alter column bytes set storage external;

-- What is attached to a submitted inspection is evidence: it neither changes nor goes, and nothing is added.
create function evidence_stays() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE' or exists (select from inspection i
                                   where (i.batch_id, i.attempt, i.auditor_id) = (new.batch_id, new.attempt, new.auditor_id)
                                     and i.submitted_at is not null) then
        raise exception 'what is attached to a submitted inspection stays' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'UPDATE' and (to_jsonb(new) - 'removed_at' <> to_jsonb(old) - 'removed_at' or old.removed_at is not null) then
        raise exception 'an attachment does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger evidence_stays before insert or update or delete on attachment
    for each row execute function evidence_stays();

create function bytes_go_with_their_attachment() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE' or not exists (select from attachment where id = old.attachment_id and removed_at is not null) then
        raise exception 'the bytes of an attachment stay' using errcode = 'integrity_constraint_violation';
    end if;
    return old;
end
$$;
create trigger bytes_go_with_their_attachment before update or delete on attachment_file
    for each row execute function bytes_go_with_their_attachment();
