package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Ids;
import coop.parasol.pricing.product.Product;
import coop.parasol.pricing.settlement.OpenPools.OpenPool;
import coop.parasol.pricing.settlement.rules.PayoutCalculation;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** One person of the pricing desk drafts the settlement of a pool, so that another can check how it would be divided. */
@ApplicationScoped
class DraftSettlement {

    private final OpenPools pools;
    private final PoolReceipts receipts;
    private final MarginBylaw margin;
    private final FirmClock clock;
    private final FirmCurrency currency;

    DraftSettlement(
            OpenPools pools, PoolReceipts receipts, MarginBylaw margin, FirmClock clock, FirmCurrency currency) {
        this.pools = pools;
        this.receipts = receipts;
        this.margin = margin;
        this.clock = clock;
        this.currency = currency;
    }

    /**
     * What is to be settled.
     *
     * @param period the receipts of this week and of all before that are in no settlement yet
     * @param costs of bringing the goods to the partners, borne by the pool
     */
    record Proposal(String product, Period period, Money costs) {}

    sealed interface Outcome {}

    record Drafted(Settlement settlement) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** An earlier draft for the product is replaced. */
    Outcome draft(Proposal proposal, String actor) {
        Optional<Refusal> refusal = refusal(proposal);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        OpenPool open = pools.lock(proposal.product(), proposal.period(), proposal.costs());
        if (open.pool().receipts().isEmpty()) {
            return new Refused(new Refusal.Conflict(
                    "nothing-to-settle", "All that was paid for the product up to this week is settled already."));
        }
        Settlement.delete("product = ?1 and state = ?2", proposal.product(), Settlement.State.DRAFT);
        Settlement settlement = new Settlement();
        settlement.id = Ids.next();
        settlement.poolId = receipts.poolId(proposal.product(), proposal.period());
        settlement.product = proposal.product();
        settlement.period = proposal.period().toString();
        settlement.state = Settlement.State.DRAFT;
        settlement.draftedBy = actor;
        settlement.draftedAt = clock.now();
        settlement.newestReceipt = open.newestReceipt();
        settlement.setDivision(PayoutCalculation.divide(open.pool()));
        settlement.persistAndFlush();
        return new Drafted(settlement);
    }

    private Optional<Refusal> refusal(Proposal proposal) {
        if (Product.byCode(List.of(proposal.product())).isEmpty()) {
            return Optional.of(new Refusal.InvalidField(
                    "product", "unknown-product", "No standard is published for " + proposal.product() + "."));
        }
        if (margin.inForce().isEmpty()) {
            return Optional.of(new Refusal.Conflict(
                    "margin-unknown",
                    "The bylaws, which set the firm's margin, have not arrived from membership yet; try again soon."));
        }
        if (proposal.costs().isNegative()) {
            return Optional.of(new Refusal.InvalidField("costs.amount", "negative", "Costs are zero or more."));
        }
        if (!currency.matches(proposal.costs())) {
            return Optional.of(new Refusal.InvalidField(
                    "costs.currency", "wrong-currency", "The firm's currency is " + currency.code() + "."));
        }
        return Optional.empty();
    }
}
