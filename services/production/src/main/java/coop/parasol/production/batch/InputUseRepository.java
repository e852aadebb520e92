package coop.parasol.production.batch;

import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * How much a producer has used of lots in its batches. What a correction would use that quality has not answered is used already, and
 * what it would give back is not given back yet; a withdrawn batch has used nothing. The caller has locked the producer.
 */
@ApplicationScoped
class InputUseRepository {

    private static final UUID NONE = new UUID(0, 0);

    private final Jdbi jdbi;

    InputUseRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record OfLot(UUID id, BigDecimal quantity) {}

    /** What is left of lots for batches of a producer; two statements, none where nothing is named. */
    InputQuantities left(UUID memberId, Collection<Batch> lots) {
        return left(memberId, lots, NONE);
    }

    /** The same for a batch that is corrected: what it uses itself is left to it. */
    InputQuantities left(UUID memberId, Collection<Batch> lots, UUID corrected) {
        if (lots.isEmpty()) {
            return new InputQuantities(Map.of());
        }
        List<UUID> ids = Columns.of(lots, lot -> lot.id);
        Map<UUID, BigDecimal> used = used(memberId, ids, corrected);
        Map<UUID, BigDecimal> asked = askedFor(ids);
        Map<UUID, BigDecimal> left = new HashMap<>();
        for (Batch lot : lots) {
            BigDecimal made = asked.getOrDefault(lot.id, lot.quantity).min(lot.quantity);
            left.put(lot.id, made.subtract(used.getOrDefault(lot.id, BigDecimal.ZERO)));
        }
        return new InputQuantities(left);
    }

    /** How much of a batch of a producer went into its others. */
    BigDecimal usedOf(Batch batch) {
        return used(batch.memberId, List.of(batch.id), NONE).getOrDefault(batch.id, BigDecimal.ZERO);
    }

    private Map<UUID, BigDecimal> used(UUID memberId, Collection<UUID> lots, UUID except) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        with lot as (
                            select id, jsonb_build_object('all', jsonb_build_array(jsonb_build_object('batchId', id))) as named
                              from unnest(:lots) as lot (id)),
                        naming as (
                            select lot.id, b.id as batch_id, b.inputs -> 'all' as inputs
                              from lot join batch b on b.inputs @> lot.named
                             where b.member_id = :member and b.state <> 'WITHDRAWN' and b.id <> :except
                            union all
                            select lot.id, c.batch_id, c.content -> 'inputs' -> 'all'
                              from lot join batch_change c on c.content -> 'inputs' @> lot.named
                             where c.member_id = :member and c.answer is null and c.batch_id <> :except),
                        used as (
                            select naming.id, naming.batch_id, coalesce(sum(each.quantity), 0) as quantity
                              from naming, lateral (
                                   select cast(input -> 'quantity' ->> 'value' as numeric) as quantity
                                     from jsonb_array_elements(naming.inputs) as input
                                    where input ->> 'batchId' = cast(naming.id as text)) as each
                             group by naming.id, naming.batch_id, naming.inputs)
                        select id, sum(quantity) as quantity from (
                            select id, batch_id, max(quantity) as quantity from used group by id, batch_id) as of_batch
                         group by id
                        """)
                .bindArray("lots", UUID.class, lots)
                .bind("member", memberId)
                .bind("except", except)
                .mapTo(OfLot.class)
                .stream()
                .collect(Collectors.toMap(OfLot::id, OfLot::quantity)));
    }

    /** As how much their producers want to correct lots, which quality has not answered. */
    private Map<UUID, BigDecimal> askedFor(Collection<UUID> lots) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select batch_id as id, cast(content ->> 'quantity' as numeric) as quantity from batch_change
                         where batch_id = any(:lots) and answer is null and content is not null
                        """).bindArray("lots", UUID.class, lots).mapTo(OfLot.class).stream()
                        .collect(Collectors.toMap(OfLot::id, OfLot::quantity)));
    }
}
