-- firm: what is fixed when the firm is founded (coop.parasol.firm.rules.FoundingSetting), stored at the service's first start
create table firm_setting (
    name       text primary key,
    value      text not null check (length(value) > 0),
    founded_at timestamptz not null default now()
);

-- The firm cannot become another one.
create function firm_setting_is_fixed() returns trigger language plpgsql as $$
begin
    raise exception 'firm setting % was fixed at the founding', old.name
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger firm_setting_is_fixed before update or delete on firm_setting
    for each row execute function firm_setting_is_fixed();
