package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The pools of the products, and what each product carries from one pool to the next; locked by whoever settles one of them. */
@ApplicationScoped
class Pools {

    private final Jdbi jdbi;

    Pools(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Locks the pools of a product to the end of the transaction; @return what it carries; negative if a pool fell short */
    Money lock(String product) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                insert into carried_remainder (product, carry) values (:product, 0) on conflict do nothing
                """).bind("product", product).execute();
            return handle.createQuery("select carry from carried_remainder where product = :product for update")
                    .bind("product", product)
                    .mapTo(Money.class)
                    .one();
        });
    }

    /** The product, which the caller has locked, carries this more from now on; less if it is negative. */
    void carry(String product, Money more) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update carried_remainder set carry = carry + :more where product = :product")
                .bind("product", product)
                .bind("more", more)
                .execute());
    }

    /** The id of the pool of a product and period, whose product the caller has locked; a new one where there is none yet. */
    UUID poolId(String product, Period period) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                insert into pool (pool_id, product, period) values (:id, :product, :period) on conflict do nothing
                """)
                    .bind("id", Ids.next())
                    .bind("product", product)
                    .bind("period", period)
                    .execute();
            return handle.createQuery("select pool_id from pool where product = :product and period = :period")
                    .bind("product", product)
                    .bind("period", period)
                    .mapTo(UUID.class)
                    .one();
        });
    }
}
