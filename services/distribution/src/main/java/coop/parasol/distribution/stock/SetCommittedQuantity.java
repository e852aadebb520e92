package coop.parasol.distribution.stock;

import coop.parasol.contracts.Period;
import coop.parasol.distribution.product.ProductRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What a producer has committed to make decides its fair share in what is allocated. */
@ApplicationScoped
public class SetCommittedQuantity {

    private final ProductRepository products;
    private final Jdbi jdbi;

    SetCommittedQuantity(ProductRepository products, Jdbi jdbi) {
        this.products = products;
        this.jdbi = jdbi;
    }

    /** Sets a commitment's whole quantity; what comes of one commitment comes in order. */
    public void set(UUID commitmentId, UUID memberId, String product, Period period, BigDecimal quantity) {
        products.lockOrCreateForConsumer(List.of(product));
        BigDecimal before = jdbi.withHandle(handle -> handle.createQuery(
                                "select quantity from commitment where commitment_id = :commitmentId")
                        .bind("commitmentId", commitmentId)
                        .mapTo(BigDecimal.class)
                        .findOne())
                .orElse(BigDecimal.ZERO);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into commitment (commitment_id, member_id, product, period, quantity)
                        values (:commitmentId, :memberId, :product, :period, :quantity)
                        on conflict (commitment_id) do update set quantity = excluded.quantity
                        """)
                .bind("commitmentId", commitmentId)
                .bind("memberId", memberId)
                .bind("product", product)
                .bind("period", period)
                .bind("quantity", quantity)
                .execute());
        BigDecimal difference = quantity.subtract(before);
        if (difference.signum() != 0) {
            changeCommitted(product, period, memberId, difference);
        }
    }

    private void changeCommitted(String product, Period period, UUID memberId, BigDecimal difference) {
        List<UUID> producers = List.of(memberId, FairShares.ALL_PRODUCERS);
        jdbi.useHandle(handle -> {
            // first the rows, then the difference: what is negative could not be inserted
            handle.createUpdate("""
                            insert into fair_share (product, period, member_id)
                            select :product, :period, unnest(:producers) on conflict do nothing
                            """)
                    .bind("product", product)
                    .bind("period", period)
                    .bindArray("producers", UUID.class, producers)
                    .execute();
            handle.createUpdate("""
                            update fair_share set committed = committed + :difference
                             where product = :product and period = :period and member_id = any(:producers)
                            """)
                    .bind("difference", difference)
                    .bind("product", product)
                    .bind("period", period)
                    .bindArray("producers", UUID.class, producers)
                    .execute();
        });
    }
}
