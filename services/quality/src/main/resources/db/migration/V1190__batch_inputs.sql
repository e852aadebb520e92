-- batch: which batches went into which, as their producers have told it
create table batch_input (
    batch_id uuid not null,
    input_id uuid not null,
    primary key (batch_id, input_id)
);
create index batch_input_by_input on batch_input (input_id);
