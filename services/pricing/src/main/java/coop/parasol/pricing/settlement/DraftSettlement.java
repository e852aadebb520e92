package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Ids;
import coop.parasol.pricing.advance.DeductAdvances;
import coop.parasol.pricing.pool.PoolBylaws;
import coop.parasol.pricing.product.Product;
import coop.parasol.pricing.settlement.OpenPools.OpenPool;
import coop.parasol.pricing.settlement.PoolClosings.PoolClosing;
import coop.parasol.pricing.settlement.rules.PayoutCalculation;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.SettlementTiming;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * One person of the pricing desk drafts the settlement of a pool, or a supplement to it, so that another can check how it would be
 * divided.
 */
@ApplicationScoped
class DraftSettlement {

    private final OpenPools openPools;
    private final Pools pools;
    private final PoolClosings closings;
    private final PoolCosts poolCosts;
    private final DeductAdvances deductAdvances;
    private final PoolBylaws bylaws;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final boolean settlesCurrentWeek;

    DraftSettlement(
            OpenPools openPools,
            Pools pools,
            PoolClosings closings,
            PoolCosts poolCosts,
            DeductAdvances deductAdvances,
            PoolBylaws bylaws,
            FirmClock clock,
            FirmCurrency currency,
            @ConfigProperty(name = "parasol.pricing.settle-current-week") boolean settlesCurrentWeek) {
        this.openPools = openPools;
        this.pools = pools;
        this.closings = closings;
        this.poolCosts = poolCosts;
        this.deductAdvances = deductAdvances;
        this.bylaws = bylaws;
        this.clock = clock;
        this.currency = currency;
        this.settlesCurrentWeek = settlesCurrentWeek;
    }

    /**
     * What is to be settled.
     *
     * @param period the week whose goods belong to the pool
     * @param costs that the pool bears, beside those of its earlier settlements
     */
    record Proposal(String product, Period period, List<PoolCosts.Item> costs) {}

    sealed interface Outcome {}

    record Drafted(Settlement settlement) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** An earlier draft for the product is withdrawn by it, and stays to be read. */
    Outcome draft(Proposal proposal, String actor) {
        Optional<Refusal> refusal = refusal(proposal);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Money costs = proposal.costs().stream().map(PoolCosts.Item::amount).reduce(currency.money(0), Money::plus);
        OpenPool open = openPools.lock(proposal.product(), proposal.period(), costs);
        Optional<PoolClosing> closing = closings.ofPool(proposal.product(), proposal.period())
                .filter(found -> found.state() == PoolClosings.State.CLOSED);
        if (closing.isPresent()) {
            return new Refused(ClosePool.closed(closing.get()));
        }
        Optional<Refusal> borneBefore = poolCosts
                .firstTwice(open.previous() == null ? null : open.previous().id, proposal.costs())
                .map(DraftSettlement::costTwice);
        if (borneBefore.isPresent()) {
            return new Refused(borneBefore.get());
        }
        DividedPool divided = PayoutCalculation.divide(open.pool());
        Optional<Refusal> early = early(divided, open.previous());
        if (early.isPresent()) {
            return new Refused(early.get());
        }
        withdrawDrafts(proposal.product(), actor);
        Settlement settlement = new Settlement();
        settlement.id = Ids.next();
        settlement.poolId = pools.poolId(proposal.product(), proposal.period());
        settlement.product = proposal.product();
        settlement.period = proposal.period().toString();
        settlement.state = Settlement.State.DRAFT;
        settlement.draftedBy = actor;
        settlement.draftedAt = clock.now();
        settlement.follows(open.previous());
        settlement.marginShare = open.pool().marginShare();
        settlement.setDivision(divided);
        settlement.late = open.late();
        settlement.advances =
                deductAdvances.of(settlement.poolId, proposal.product(), proposal.period(), settlement.gross());
        settlement.persistAndFlush();
        poolCosts.store(settlement.id, proposal.costs());
        return new Drafted(settlement);
    }

    private void withdrawDrafts(String product, String actor) {
        Settlement.update(
                "state = ?1, withdrawnBy = ?2, withdrawnAt = ?3 where product = ?4 and state = ?5",
                Settlement.State.WITHDRAWN,
                actor,
                clock.now(),
                product,
                Settlement.State.DRAFT);
    }

    private static Refusal costTwice(int index) {
        return new Refusal.InvalidField(
                "costs[" + index + "].evidence",
                "cost-twice",
                "The pool bears this cost of this document already. Where a document has several such costs, say what each is for.");
    }

    private Optional<Refusal> early(DividedPool divided, @Nullable Settlement previous) {
        SettlementTiming.Decision decision = previous == null
                ? SettlementTiming.ofFirst(divided)
                : SettlementTiming.ofSupplement(divided, previous.division(currency), bylaws.leastSupplement());
        return switch (decision) {
            case SettlementTiming.Due due -> Optional.empty();
            case SettlementTiming.NothingPaid nothing ->
                Optional.of(new Refusal.Conflict(
                        "nothing-to-settle", "Partners have paid nothing yet for goods of the product and week."));
            case SettlementTiming.NothingNew nothing ->
                Optional.of(new Refusal.Conflict(
                        "nothing-to-settle", "All that was paid for goods of the product and week is settled."));
            case SettlementTiming.Waits(Money supplement, Money least) ->
                Optional.of(new Refusal.Conflict(
                        "below-least-supplement",
                        "The supplement comes to %s in all; it waits for more, since the bylaws ask for %s at least."
                                .formatted(supplement, least)));
        };
    }

    private Optional<Refusal> refusal(Proposal proposal) {
        if (Product.byCode(List.of(proposal.product())).isEmpty()) {
            return Optional.of(new Refusal.InvalidField(
                    "product", "unknown-product", "No standard is published for " + proposal.product() + "."));
        }
        if (bylaws.marginShare().isEmpty()) {
            return Optional.of(new Refusal.Conflict(
                    "margin-unknown",
                    "The bylaws, which set the firm's margin, have not arrived from membership yet; try again soon."));
        }
        if (!settlesCurrentWeek && proposal.period().compareTo(clock.thisWeek()) >= 0) {
            return Optional.of(new Refusal.InvalidField(
                    "period",
                    "week-not-over",
                    "Goods may still come into the pool of " + proposal.period() + "; it is settled after that week."));
        }
        for (int i = 0; i < proposal.costs().size(); i++) {
            Money amount = proposal.costs().get(i).amount();
            if (!amount.isPositive()) {
                return Optional.of(new Refusal.InvalidField(
                        "costs[" + i + "].amount.amount", "not-positive", "A cost is more than zero."));
            }
            if (!currency.matches(amount)) {
                return Optional.of(new Refusal.InvalidField(
                        "costs[" + i + "].amount.currency",
                        "wrong-currency",
                        "The firm's currency is " + currency.code() + "."));
            }
        }
        return Optional.empty();
    }
}
