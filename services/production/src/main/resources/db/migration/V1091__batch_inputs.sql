-- What producers say of their batches: what went into them, and what they have measured themselves.

-- product: what is inspected of a unit, by the latest standard
alter table product add column characteristics jsonb;

-- batch: lots that went into it, and its producer's own measurements, beside the limits of the standard of their day
alter table batch add column inputs jsonb;
alter table batch add column measurements jsonb;

-- batch: by which other producers name it as an input
alter table batch add column certificate_key text;
create index batch_of_certificate on batch (certificate_key) where certificate_key is not null;
