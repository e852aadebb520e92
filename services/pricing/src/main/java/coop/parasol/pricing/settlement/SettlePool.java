package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.contracts.PricingEvent.PoolSettled;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.pricing.Firm;
import coop.parasol.pricing.settlement.rules.PoolSettlement;
import coop.parasol.pricing.settlement.rules.PoolSettlement.Payout;
import coop.parasol.pricing.settlement.rules.PoolSettlement.Pool;
import coop.parasol.pricing.settlement.rules.PoolSettlement.Settled;
import coop.parasol.pricing.statement.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Divides a pool: first as a draft that everybody of the desk can check, then for good. */
@ApplicationScoped
class SettlePool {

    private final Session database;
    private final Receipts receipts;
    private final Firm firm;
    private final Outbox outbox;

    SettlePool(Session database, Receipts receipts, Firm firm, Outbox outbox) {
        this.database = database;
        this.receipts = receipts;
        this.firm = firm;
        this.outbox = outbox;
    }

    /** What became of an approval: of a draft that shows another division than there would be now, nothing. */
    enum Outcome {
        SETTLED,
        RECEIPTS_CHANGED,
        TERMS_CHANGED
    }

    /** A draft to decide about. Its pool is locked first, as who drafts does. */
    Optional<Settlement> lock(UUID settlementId) {
        Optional<String> product = Settlement.find(
                        "select settlement.product from Settlement settlement where settlement.id = ?1", settlementId)
                .project(String.class)
                .singleResultOptional();
        product.ifPresent(receipts::lock);
        return product.flatMap(known -> Settlement.lock(settlementId));
    }

    /** A draft; it takes the place of an earlier one. Empty if nothing is to be settled. */
    Optional<Settlement> draft(String product, Period period, Money costs, String actor) {
        long carry = receipts.lock(product);
        Receipts.Open open = receipts.open(product, period);
        if (open.sold().isEmpty()) {
            return Optional.empty();
        }
        Settlement.delete("product = ?1 and state = ?2", product, Settlement.State.DRAFT);
        Settlement settlement = new Settlement();
        settlement.id = Ids.next();
        settlement.product = product;
        settlement.period = period.toString();
        settlement.costs = costs.minor();
        settlement.state = Settlement.State.DRAFT;
        settlement.draftedBy = actor;
        settlement.draftedAt = firm.now();
        settlement.lastReceipt = open.last();
        settlement.result = divide(settlement, open, carry);
        settlement.persistAndFlush();
        return Optional.of(settlement);
    }

    /**
     * Settles a draft of somebody else, as it was drafted and not otherwise: nobody has seen another division.
     *
     * @param settlement locked after its pool
     */
    Outcome settle(Settlement settlement, Cause cause) {
        Period period = Period.parse(settlement.period);
        long carry = receipts.lock(settlement.product);
        Receipts.Open open = receipts.open(settlement.product, period);
        if (open.last() != settlement.lastReceipt
                || carry != settlement.result.carryIn().minor()) {
            return Outcome.RECEIPTS_CHANGED;
        }
        Settled settled = settlement.result;
        if (!divide(settlement, open, carry).equals(settled)) {
            return Outcome.TERMS_CHANGED;
        }
        settlement.state = Settlement.State.SETTLED;
        settlement.approvedBy = cause.actor();
        settlement.settledAt = firm.now();
        Settlement.flush();
        receipts.settle(
                settlement.product, period, settlement.id, settled.carryOut().minor());
        List<Event> events = new ArrayList<>();
        events.add(new PoolSettled(
                settlement.id,
                settlement.product,
                period,
                settled.receipts(),
                settled.margin(),
                settled.costs(),
                settled.carryIn(),
                settled.paidOut(),
                settled.carryOut(),
                settled.payouts().size()));
        for (Payout payout : settled.payouts()) {
            PayoutStated stated = stated(settlement, period, payout);
            Statement.keep(settlement.id, stated);
            events.add(stated);
        }
        Statement.flush();
        outbox.append(events, cause);
        return Outcome.SETTLED;
    }

    private Settled divide(Settlement settlement, Receipts.Open open, long carry) {
        return PoolSettlement.settle(new Pool(
                open.sold(),
                factors(settlement.product),
                firm.marginPercent(),
                firm.money(settlement.costs),
                firm.money(carry)));
    }

    private PayoutStated stated(Settlement settlement, Period period, Payout payout) {
        return new PayoutStated(
                settlement.id,
                payout.memberId(),
                settlement.product,
                period,
                payout.lines(),
                payout.gross(),
                firm.money(0),
                payout.gross(),
                payout.salesValue());
    }

    private Map<String, BigDecimal> factors(String product) {
        Map<String, BigDecimal> factors = new HashMap<>();
        database.createNativeQuery("select grade, factor from grade_factor where product = ?1", Object[].class)
                .setParameter(1, product)
                .getResultList()
                .forEach(row -> factors.put((String) row[0], plain((BigDecimal) row[1])));
        return factors;
    }

    private static BigDecimal plain(BigDecimal factor) {
        BigDecimal stripped = factor.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
