-- A batch tells by which steps, on which machines, it was made: a copy of what its producer says on that day (ADR 0117).
alter table batch add column steps jsonb;
comment on column batch.steps is 'steps in their order, each with its machine, as the producer tells them; nothing reads the process plan for it';
