package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The costs that pools have borne, item by item, each with the document that proves it. */
@ApplicationScoped
class PoolCosts {

    private final Jdbi jdbi;

    PoolCosts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A cost of bringing a pool's goods to the partners.
     *
     * @param description what was paid for, such as freight
     * @param evidence the document that proves it, such as the number of a bill
     * @param amount more than nothing
     */
    public record Item(String description, String evidence, Money amount) {

        /** The same cost of the same document, however it is spelled. */
        boolean isSame(Item other) {
            return plain(description).equals(plain(other.description))
                    && plain(evidence).equals(plain(other.evidence));
        }

        private static String plain(String text) {
            return text.strip().replaceAll("[\\s\\p{Punct}]+", " ").toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The place of the first cost that a pool has borne before, or that stands twice among the new ones.
     *
     * @param previous settlement of the pool; null if it was never settled
     */
    Optional<Integer> firstTwice(@Nullable UUID previous, List<Item> items) {
        List<Item> borne = new ArrayList<>(previous == null ? List.of() : upTo(previous));
        for (int i = 0; i < items.size(); i++) {
            if (borne.stream().anyMatch(items.get(i)::isSame)) {
                return Optional.of(i);
            }
            borne.add(items.get(i));
        }
        return Optional.empty();
    }

    /** Keeps the costs of a settlement in the order in which they were named. */
    void store(UUID settlementId, List<Item> items) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into pool_cost (settlement_id, position, description, evidence, amount)
            select :settlement, position, description, evidence, amount
              from unnest(:positions, :descriptions, :evidences, :amounts)
                   as item (position, description, evidence, amount)
            """)
                .bind("settlement", settlementId)
                .bindArray(
                        "positions",
                        Integer.class,
                        IntStream.range(0, items.size()).boxed().toList())
                .bindArray("descriptions", String.class, Columns.of(items, Item::description))
                .bindArray("evidences", String.class, Columns.of(items, Item::evidence))
                .bindArray(
                        "amounts",
                        Long.class,
                        Columns.of(items, item -> item.amount().minor()))
                .execute());
    }

    /** The costs of a pool up to one of its settlements, with those of the settlements before. */
    List<Item> upTo(UUID settlementId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            with recursive chain as (
                select id, previous_id, number from settlement where id = :settlement
                union all
                select earlier.id, earlier.previous_id, earlier.number
                  from settlement earlier join chain on earlier.id = chain.previous_id)
            select description, evidence, amount
              from chain join pool_cost on settlement_id = chain.id order by number, position
            """)
                .bind("settlement", settlementId)
                .mapTo(Item.class)
                .list());
    }
}
