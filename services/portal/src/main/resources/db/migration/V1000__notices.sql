-- What is told to people, made from the services' events. No name and no address is here: people are named by Keycloak's subject.

-- notice: what somebody is told, one row for each member, partner or desk that an event concerns
create table notice (
    notice_id   uuid        primary key, -- of version 7: newer ones are greater
    event_id    uuid        not null,    -- the event that it was made from, or what stands for one
    subject     text        not null,    -- coop.parasol.portal.notice.rules.NoticeSubject
    kind        text        not null,    -- coop.parasol.portal.notice.rules.NoticeKind
    recipient   text        not null check (recipient ~ '^(member|partner|role):.+$'),
    about       uuid        not null,    -- what it leads to: an order, a batch, an exit
    facts       jsonb       not null,    -- what its sentences say, by name
    happened_at timestamptz not null,    -- when the event was decided
    is_open     boolean     not null default true, -- whether it is still so; else it is not mailed any more
    addressed   boolean     not null default false, -- whether it was looked who gets it by mail
    unique (event_id, subject, recipient)
);
create index notice_of_recipient on notice (recipient, notice_id desc);
create index notice_of_kind on notice (recipient, kind, notice_id desc);
create index notice_to_address on notice (notice_id) where not addressed;
create index notice_about on notice (about, subject);

-- notice: who has read what
create table notice_read (
    person    text not null, -- Keycloak's subject
    notice_id uuid not null references notice on delete cascade,
    primary key (person, notice_id)
);
create index notice_read_of_notice on notice_read (notice_id);

-- notice: members that own or have owned a share, and whether it was valued since; who owns one has a vote, and is told of votes
create table voter (
    member_id uuid    primary key,
    owns      boolean not null,
    is_valued boolean not null
);

-- notice: accepted orders that are not allocated in full, until their week has begun and the partner is told
create table awaited_order (
    order_id   uuid primary key,
    partner_id uuid not null,
    reference  text,
    week       text not null,   -- ISO week such as 2026-W48, which sorts as text
    told       boolean not null default false
);
create index awaited_order_to_tell on awaited_order (week) where not told;

-- notice: in which language a person wants mail, where Keycloak is not to say it
create table notice_reader (
    person   text primary key,
    language text not null check (language in ('en', 'hi', 'gu', 'ja', 'zh'))
);

-- notice: whether a person wants mail of a kind, where it has said so
create table notice_choice (
    person  text    not null,
    kind    text    not null,
    by_mail boolean not null,
    primary key (person, kind)
);
create index notice_choice_by_mail on notice_choice (kind) where by_mail;

-- mail: one mail of a notice to a person: QUEUED, then SENT, FAILED, or DROPPED because it is not wanted any more
create table notice_mail (
    mail_id    uuid        primary key, -- names the message, however often it is sent
    notice_id  uuid        not null references notice on delete cascade,
    person     text        not null,    -- Keycloak's subject; the address is asked for when it is sent
    state      text        not null check (state in ('QUEUED', 'SENT', 'FAILED', 'DROPPED')),
    attempts   integer     not null default 0,
    due_at     timestamptz not null,    -- when it is sent, or tried again
    reason     text,                    -- why it failed, was dropped or waits; without the address
    settled_at timestamptz,
    unique (notice_id, person),
    check ((state = 'QUEUED') = (settled_at is null)),
    check (state not in ('FAILED', 'DROPPED') or reason is not null)
);
create index notice_mail_due on notice_mail (due_at) where state = 'QUEUED';
create index notice_mail_failed on notice_mail (settled_at) where state = 'FAILED';
