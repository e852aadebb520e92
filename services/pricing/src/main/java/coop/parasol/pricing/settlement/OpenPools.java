package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.pricing.pricelist.GradeFactors;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** The pools as they could be settled now: their receipts, with the grade factors and the margin in force. */
@ApplicationScoped
class OpenPools {

    private final PoolReceipts receipts;
    private final GradeFactors gradeFactors;
    private final MarginBylaw margin;

    OpenPools(PoolReceipts receipts, GradeFactors gradeFactors, MarginBylaw margin) {
        this.receipts = receipts;
        this.gradeFactors = gradeFactors;
        this.margin = margin;
    }

    /** @param newestReceipt sequence number of the newest receipt in it */
    record OpenPool(Pool pool, long newestReceipt) {}

    /**
     * The pool of a product, locked to the end of the transaction.
     *
     * @param period with the receipts of this week and of all before
     * @param costs that the pool bears
     */
    OpenPool lock(String product, Period period, Money costs) {
        Money carryIn = receipts.lock(product);
        Pool pool = new Pool(
                receipts.unsettled(product, period),
                gradeFactors.of(product),
                margin.inForce().orElseThrow(),
                costs,
                carryIn);
        return new OpenPool(pool, receipts.newestUnsettled(product, period));
    }
}
