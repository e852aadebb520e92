-- account: user accounts of the people who order for a partner. Names and e-mail addresses are Keycloak's alone.
create table partner_account (
    account_id           uuid        primary key,
    partner_id           uuid        not null references partner,
    -- Keycloak's id of the account, which is the sub of its tokens
    subject              uuid        not null unique,
    made_by              text        not null,
    made_at              timestamptz not null,
    -- by Keycloak's clock, which tells the one-time password from any later one
    one_time_password_at timestamptz
);
create index partner_account_of_partner on partner_account (partner_id, account_id);
