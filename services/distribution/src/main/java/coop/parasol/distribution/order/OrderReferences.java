package coop.parasol.distribution.order;

import coop.parasol.contracts.Identifier;
import coop.parasol.distribution.CombinedStatement.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Partners' own order numbers: each names one order of the partner for ever, however it is spelt, so that an order that is sent
 * again is never placed twice, also after its idempotency key is forgotten. A refused order leaves its number free.
 */
@ApplicationScoped
class OrderReferences {

    private final Jdbi jdbi;

    OrderReferences(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The order that has a number, as a part of a larger statement; no row where there is none. Columns: known_order_id. */
    static Part find(String name, UUID partnerId, Identifier reference) {
        return new Part(
                name,
                "select order_id as known_order_id from order_reference"
                        + " where partner_id = :referrerId and reference = :orderReference",
                statement -> statement.bind("referrerId", partnerId).bind("orderReference", reference.normal()));
    }

    /**
     * Gives a number to a new order, as a part of a larger statement. Returns the id of the order that has the number now: of two
     * orders that are placed at once the second waits and gets the id of the first. Columns: order_id.
     */
    static Part claim(String name, UUID partnerId, Identifier reference, UUID orderId) {
        return new Part(
                name,
                """
                insert into order_reference as known (partner_id, reference, order_id)
                values (:referrerId, :orderReference, :claimedOrder)
                on conflict (partner_id, reference) do update set order_id = known.order_id
                returning order_id
                """,
                statement -> statement
                        .bind("referrerId", partnerId)
                        .bind("orderReference", reference.normal())
                        .bind("claimedOrder", orderId));
    }

    /** The order that has a number. */
    Optional<UUID> orderOf(UUID partnerId, Identifier reference) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select order_id from order_reference where partner_id = :partnerId and reference = :reference")
                .bind("partnerId", partnerId)
                .bind("reference", reference.normal())
                .mapTo(UUID.class)
                .findOne());
    }

    /** A refused order gives its number back. */
    void release(UUID orderId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from order_reference where order_id = :orderId")
                .bind("orderId", orderId)
                .execute());
    }
}
