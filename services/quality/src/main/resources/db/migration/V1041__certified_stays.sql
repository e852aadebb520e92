-- A certified batch stays one: what becomes of it later is said of its certificate.
create function certified_batch_stays() returns trigger language plpgsql as
$$ begin raise exception 'a batch does not go from % to %', old.state, new.state; end $$;
create trigger certified_batch_stays before update on batch
    for each row when (old.state = 'CERTIFIED' and new.state <> 'CERTIFIED') execute function certified_batch_stays();
