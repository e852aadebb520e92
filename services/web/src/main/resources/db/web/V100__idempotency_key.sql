-- One row per Idempotency-Key a caller has used; the answer is filled in by the same transaction.
CREATE TABLE idempotency_key (
    caller          text        NOT NULL,
    idempotency_key text        NOT NULL,
    request_digest  text        NOT NULL,
    status          integer,
    location        text,
    etag            text,
    content_type    text,
    body            bytea,
    created_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, idempotency_key)
);
