-- colleague: accounts of people whom a member has invited, those that were taken away as well, so that a subject can be told to have
-- acted for a member. Names and e-mail addresses are Keycloak's alone.
create table colleague (
    id                   uuid        primary key,
    member_id            uuid        not null references member,
    subject              uuid        not null unique, -- Keycloak's id of the account, which is the sub of its tokens
    invited_by           text        not null,
    invited_at           timestamptz not null,
    mailed_at            timestamptz, -- when the last invitation was mailed
    one_time_password_at timestamptz, -- by Keycloak's clock, which tells the one-time password from any later one
    removed_by           text,
    removed_at           timestamptz,
    version              bigint      not null,
    check ((removed_by is null) = (removed_at is null)),
    check (removed_at >= invited_at)
);
create index colleague_of_member on colleague (member_id, id);

create function refuse_rewriting_colleague() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.removed_at is not null
            or (new.id, new.member_id, new.subject, new.invited_by, new.invited_at)
            is distinct from (old.id, old.member_id, old.subject, old.invited_by, old.invited_at) then
        raise exception 'account % has acted for a member: who it was of, from when until when, is kept', old.id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger colleague_kept before update or delete on colleague
    for each row execute function refuse_rewriting_colleague();
