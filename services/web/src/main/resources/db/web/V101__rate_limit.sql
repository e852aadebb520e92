-- Token buckets of rate limits, shared by all instances; lost in a crash, after which everybody may call again.
CREATE UNLOGGED TABLE rate_limit_bucket (
    limit_name text             NOT NULL,
    bucket     integer          NOT NULL,
    tokens     double precision NOT NULL,
    filled_at  timestamptz      NOT NULL,
    PRIMARY KEY (limit_name, bucket)
);

-- One row: what makes the bucket of an address unpredictable from outside, and the same in all instances.
CREATE TABLE rate_limit_secret (
    secret    text    NOT NULL DEFAULT gen_random_uuid()::text,
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row)
);

INSERT INTO rate_limit_secret DEFAULT VALUES;
