-- batch: what photos ask before they change, so that only this feature reads its table
create function is_sample_drawn(of_batch uuid) returns boolean language sql stable as
$$
    select exists (select from batch where id = of_batch and seed is not null)
$$;

-- photo: photos that producers have added to the batches that they have reported
create table batch_photo (
    id         uuid        primary key,
    batch_id   uuid        not null references batch,
    member_id  uuid        not null,
    type       text        not null check (type in ('JPEG', 'PNG')),
    caption    text        not null check (length(caption) <= 300),
    digest     text        not null check (length(digest) = 64),
    size       integer     not null check (size between 1 and 5000000),
    bytes      bytea       check (length(bytes) = size),
    added_at   timestamptz not null,
    removed_at timestamptz check (removed_at >= added_at),
    erased     boolean     not null default false,
    check ((removed_at is null) = (bytes is not null))
);
comment on column batch_photo.removed_at is 'the bytes are gone; the row keeps a late repetition from bringing them back';
-- JPEG and PNG are compressed already; stored apart, so that lists do not read them
alter table batch_photo alter column bytes set storage external;
create unique index batch_photo_once on batch_photo (batch_id, digest) where removed_at is null;
create index batch_photo_of_batch on batch_photo (batch_id, added_at);
create index batch_photo_of_member on batch_photo (member_id) where removed_at is null;

-- What whoever inspects has seen stays: after the drawing none comes, and none goes but with all that is erased of its producer.
create function batch_photo_is_immutable() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE' then
        raise exception 'a photo of a batch is removed, and its row stays' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'UPDATE' and (old.removed_at is not null or new.removed_at is null
        or (new.id, new.batch_id, new.member_id, new.type, new.digest, new.size, new.added_at)
           is distinct from (old.id, old.batch_id, old.member_id, old.type, old.digest, old.size, old.added_at)) then
        raise exception 'a photo of a batch does not change' using errcode = 'integrity_constraint_violation';
    end if;
    if not new.erased and is_sample_drawn(new.batch_id) then
        raise exception 'the photos of a sampled batch stay' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger batch_photo_is_immutable before insert or update or delete on batch_photo
    for each row execute function batch_photo_is_immutable();
