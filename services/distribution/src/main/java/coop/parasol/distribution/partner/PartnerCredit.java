package coop.parasol.distribution.partner;

import coop.parasol.contracts.Money;
import coop.parasol.distribution.CombinedStatement.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * Adds totals of orders to partners' exposures, as parts of a larger statement. The last returns the partners whose limit is not
     * passed by it, and no row for the others: that is where the limit is held against orders that race. Columns: partner_id.
     *
     * @param name of the last part
     * @param amounts by partner, which are locked in the order of their ids
     */
    public static List<Part> reserve(String name, Map<UUID, Money> amounts) {
        List<UUID> partnerIds = List.copyOf(amounts.keySet());
        return List.of(
                new Part(
                        "debtor",
                        """
                        select p.partner_id, d.amount from partner p
                          join unnest(:debtors, :debts) as d (partner_id, amount) on d.partner_id = p.partner_id
                         order by p.partner_id for no key update of p
                        """,
                        statement -> statement
                                .bindArray("debtors", UUID.class, partnerIds)
                                .bindArray(
                                        "debts",
                                        Long.class,
                                        amounts.values().stream()
                                                .map(Money::minor)
                                                .toList())),
                new Part(
                        name,
                        "update partner p set exposure = p.exposure + d.amount from debtor d"
                                + " where p.partner_id = d.partner_id and p.exposure <= p.credit_limit - d.amount"
                                + " returning p.partner_id",
                        statement -> {}));
    }

    /** Those of the partners whose credit somebody has locked at this moment; to be called outside a transaction. */
    public Set<UUID> lockedAmong(Collection<UUID> partnerIds) {
        Set<UUID> locked = new HashSet<>(partnerIds);
        jdbi.useHandle(handle -> handle.createQuery(
                        "select partner_id from partner where partner_id = any(:partnerIds) for no key update skip locked")
                .bindArray("partnerIds", UUID.class, partnerIds)
                .mapTo(UUID.class)
                .forEach(locked::remove));
        return locked;
    }

    /** On what terms partners order, as a part of a larger statement. Columns: partner_id, tier, partner_group, credit_limit, exposure. */
    public static Part terms(String name, Collection<UUID> partnerIds) {
        return new Part(
                name,
                "select partner_id, tier, partner_group, credit_limit, exposure from partner where partner_id = any(:partnerIds)",
                statement -> statement.bindArray("partnerIds", UUID.class, partnerIds));
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
