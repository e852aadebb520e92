-- Units that a destructive inspection has used up before the batch was reworked, and the seed by which they were drawn.
alter table batch
    add column used      integer not null default 0 check (used >= 0),
    add column used_seed bigint;

-- What is reworked at this moment: its first sample is gone as well. Its second is drawn already, and stays.
update batch b set used = least(ceil(b.quantity)::integer, i.inspected)
  from (select batch_id, max(coalesce((content ->> 'inspected')::integer,
                                      case when jsonb_typeof(content -> 'results') = 'array'
                                           then jsonb_array_length(content -> 'results') end, 0)) as inspected
          from inspection where attempt = 1 and submitted_at is not null group by batch_id) i,
       standard s
 where b.state = 'REWORKED' and i.batch_id = b.id and (s.product, s.version) = (b.product, b.standard_version)
   and (s.content ->> 'destructive')::boolean;
