-- What the members have decided, version by version.
create table bylaws (
    version        integer     primary key check (version > 0),
    effective_from timestamptz not null,
    decided_by     uuid unique,
    parameters     jsonb       not null check (jsonb_typeof(parameters) = 'object'),
    check ((version = 1) = (decided_by is null)),
    check ((parameters ->> 'version')::integer = version)
);
comment on column bylaws.decided_by is 'The proposal that the members have accepted; null for the founding';
comment on column bylaws.parameters is 'coop.parasol.membership.bylaws.rules.Bylaws as JSON';

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception '% is kept as it was written', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger bylaws_kept before update or delete on bylaws for each row execute function refuse_rewriting();
create trigger bylaws_kept_whole before truncate on bylaws execute function refuse_rewriting();

-- By which bylaws it was decided; unknown for what was decided before they had versions.
alter table member add column bylaws_version integer references bylaws;
alter table exit_case add column bylaws_version integer references bylaws;
