package coop.parasol.distribution.order;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.CombinedStatement;
import coop.parasol.distribution.CombinedStatement.Part;
import coop.parasol.distribution.partner.PartnerCredit;
import coop.parasol.messaging.Outbox;
import coop.parasol.persistence.Columns;
import coop.parasol.web.IdempotencyKeys;
import coop.parasol.web.IdempotencyKeys.Answer;
import coop.parasol.web.IdempotentCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Puts decided orders on record in one statement, which is a transaction of its own: one round trip, commit included. It does all or
 * nothing: where a number or a key is taken or a credit used up by then, it fails with SQLSTATE PA001.
 */
@ApplicationScoped
class StoreOrders {

    /**
     * The credit last: its rows are locked by whoever else takes orders of these partners. How long it waits for a lock is set before
     * anything is locked: the row of {@code lock_wait} comes first, the counts when it is there, and all that nothing counts last.
     */
    private static final String ALL_OR_NOTHING = """
            select require_count((select count(*) from claimed), :claims, 'order numbers') as claims,
                   require_count((select count(*) from stored_keys), :storedKeys, 'idempotency keys') as keys,
                   require_count((select count(*) from reserved_credit), :credits, 'partners within their credit') as credits
              from lock_wait where max_wait is not null
            """;

    private final Outbox outbox;
    private final Jdbi jdbi;

    StoreOrders(Outbox outbox, Jdbi jdbi) {
        this.outbox = outbox;
        this.jdbi = jdbi;
    }

    /** @param maxWait for any lock; then nothing is stored (SQLSTATE 55P03) */
    void store(
            List<NewOrder> orders,
            Map<OrderReferences.Key, UUID> claims,
            Map<UUID, Money> credits,
            Map<IdempotentCall, Answer> answers,
            List<Outbox.Decided> events,
            Instant placedAt,
            Duration maxWait) {
        List<OrderReferences.Key> references = List.copyOf(claims.keySet());
        List<Part> parts = new ArrayList<>(List.of(
                lockWait(maxWait),
                OrderReferences.claim(
                        "claimed",
                        references,
                        references.stream().map(claims::get).toList()),
                OrderInsertion.part(orders, placedAt),
                OrderLineRepository.insertPart(orders),
                storedKeys(List.copyOf(answers.entrySet())),
                EventRows.part("appended_events", outbox.rows(events))));
        parts.addAll(LineBreaks.insertParts(orders));
        parts.addAll(PartnerCredit.reserve("reserved_credit", credits));
        jdbi.useHandle(handle -> CombinedStatement.of(parts)
                .query(handle, ALL_OR_NOTHING)
                .bind("claims", references.size())
                .bind("storedKeys", answers.size())
                .bind("credits", credits.size())
                .mapToMap()
                .one());
        outbox.committed();
    }

    private static Part lockWait(Duration maxWait) {
        return new Part(
                "lock_wait",
                "select set_config('lock_timeout', :maxWait, true) as max_wait",
                statement -> statement.bind("maxWait", maxWait.toMillis() + "ms"));
    }

    private static Part storedKeys(List<Entry<IdempotentCall, Answer>> answers) {
        return new Part(
                "stored_keys",
                IdempotencyKeys.STORE,
                statement -> statement
                        .bindArray(
                                "keyCallers",
                                String.class,
                                Columns.of(answers, one -> one.getKey().caller()))
                        .bindArray(
                                "keyTexts",
                                String.class,
                                Columns.of(answers, one -> one.getKey().key()))
                        .bindArray(
                                "keyDigests",
                                String.class,
                                Columns.of(answers, one -> one.getValue().requestDigest()))
                        .bindArray(
                                "keyStatuses",
                                Integer.class,
                                Columns.of(answers, one -> one.getValue().status()))
                        .bindArray(
                                "keyLocations",
                                String.class,
                                Columns.of(answers, one -> one.getValue().location()))
                        .bindArray(
                                "keyTypes",
                                String.class,
                                Columns.of(answers, one -> one.getValue().contentType()))
                        .bindArray(
                                "keyBodies",
                                String.class,
                                Columns.of(answers, one -> text(one.getValue().body()))));
    }

    private static @Nullable String text(byte @Nullable [] body) {
        return body == null ? null : new String(body, StandardCharsets.UTF_8);
    }
}
