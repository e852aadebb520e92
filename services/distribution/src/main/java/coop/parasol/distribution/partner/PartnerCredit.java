package coop.parasol.distribution.partner;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.CombinedStatement.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * A partner's credit: its limit, and the exposure that open orders and unpaid invoices come to. Orders that are placed at
 * once change it at once, so it is changed by differences and never read, compared in Java and written back.
 */
@ApplicationScoped
public class PartnerCredit {

    private final Jdbi jdbi;

    PartnerCredit(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Adds an order's total to the partner's exposure, as a part of a larger statement. Returns the partner's id, and
     * nothing where the credit limit would be passed: that is where the limit is held against orders that race.
     *
     * @param name of the part
     * @param claim name of an earlier part with the column {@code order_id}: nothing is reserved unless that is this order
     */
    public static Part reserve(String name, UUID partnerId, Money amount, String claim, UUID orderId) {
        return new Part(
                name,
                "update partner set exposure = exposure + :reservedCredit"
                        + " where partner_id = :debtorId and exposure <= credit_limit - :reservedCredit"
                        + " and exists (select 1 from " + claim
                        + " where order_id = :reservingOrder) returning partner_id",
                statement -> statement
                        .bind("reservedCredit", amount)
                        .bind("debtorId", partnerId)
                        .bind("reservingOrder", orderId));
    }

    /** A partner's tier, credit limit and exposure as a part of a larger statement; no row where there is none. */
    public static Part terms(String name, UUID partnerId) {
        return new Part(
                name,
                "select tier, credit_limit, exposure from partner where partner_id = :partnerId",
                statement -> statement.bind("partnerId", partnerId));
    }

    /** The exposure of every partner, for the audit that adds everything up again. Columns: partner_id, exposure. */
    public static Part exposures(String name) {
        return new Part(name, "select partner_id, exposure from partner", statement -> {});
    }

    /** Changes what open orders and unpaid invoices of a partner come to, by the difference. */
    public void changeExposure(UUID partnerId, Money difference) {
        if (!difference.isZero()) {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "update partner set exposure = exposure + :difference where partner_id = :partnerId")
                    .bind("difference", difference)
                    .bind("partnerId", partnerId)
                    .execute());
        }
    }
}
