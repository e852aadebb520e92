package coop.parasol.pricing.advance;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.advance.AdvanceFacts.Known;
import coop.parasol.pricing.advance.rules.AdvanceDecision;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Advance;
import coop.parasol.pricing.advance.rules.AdvanceDecision.Goods;
import coop.parasol.pricing.pool.PoolBatches;
import coop.parasol.pricing.pool.PoolBatches.CertifiedBatch;
import coop.parasol.pricing.pool.PoolBylaws;
import coop.parasol.pricing.product.Product;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a rate of advances would have come to on what was certified lately, as the desk looks at it before it approves the rate. */
@ApplicationScoped
class SimulateAdvances {

    /** So many batches are looked at, the oldest of the weeks first. */
    static final int MAX_BATCHES = 10_000;

    private static final long DAYS_OF_A_WEEK = 7;

    private final PoolBatches batches;
    private final AdvanceFacts facts;
    private final AdvanceLedger ledger;
    private final PoolBylaws bylaws;
    private final FirmClock clock;
    private final FirmCurrency currency;

    SimulateAdvances(
            PoolBatches batches,
            AdvanceFacts facts,
            AdvanceLedger ledger,
            PoolBylaws bylaws,
            FirmClock clock,
            FirmCurrency currency) {
        this.batches = batches;
        this.facts = facts;
        this.ledger = ledger;
        this.bylaws = bylaws;
        this.clock = clock;
        this.currency = currency;
    }

    /**
     * A simulated rate.
     *
     * @param rate in basis points
     * @param since certified from then on
     * @param batches that were certified
     * @param batchesWithAdvance that would have got an advance
     * @param batchesWithoutCounts of which it is not known, or not yet, what counts of their commitment
     * @param certified units, without what was bought in, taken back or recalled, or has expired
     * @param advancedOn units that count
     * @param amount that would have been advanced if nothing else limited it
     * @param limit of all advances together, by the bylaws
     * @param outstanding of it, used by advances now
     * @param used what {@code outstanding} and {@code amount} together are of the limit, in basis points; 0 without a limit
     */
    record Simulation(
            String product,
            int rate,
            Instant since,
            int batches,
            int batchesWithAdvance,
            int batchesWithoutCounts,
            Quantity certified,
            Quantity advancedOn,
            Money amount,
            Money limit,
            Money outstanding,
            long used) {}

    /** @param product that has a standard */
    Simulation simulate(Product product, int rate, int weeks) {
        Instant since = clock.now().minus(Duration.ofDays(DAYS_OF_A_WEEK * weeks));
        List<CertifiedBatch> certified = batches.certifiedSince(product.code, since, MAX_BATCHES);
        Map<UUID, Integer> rates = certified.stream()
                .map(CertifiedBatch::batchId)
                .collect(Collectors.toMap(Function.identity(), batch -> rate));
        List<Known> known = facts.of(certified, rates, Set.of());
        List<Goods> goods =
                known.stream().map(Known::goods).filter(Objects::nonNull).toList();
        List<Advance> advances = AdvanceDecision.decide(goods, Map.of(), currency.money(Long.MAX_VALUE / 2));
        Money amount = advances.stream().map(Advance::amount).reduce(currency.money(0), Money::plus);
        Money limit = bylaws.advanceLimit();
        Money outstanding = ledger.outstanding();
        return new Simulation(
                product.code,
                rate,
                since,
                certified.size(),
                (int) advances.stream()
                        .filter(advance -> advance.outcome() == AdvanceDecision.Outcome.GRANTED)
                        .count(),
                certified.size() - goods.size(),
                sum(certified.stream().map(batch -> batch.unsold().value()).toList(), product.unit),
                sum(advances.stream().map(advance -> advance.quantity().value()).toList(), product.unit),
                amount,
                limit,
                outstanding,
                share(outstanding.plus(amount), limit));
    }

    private static Quantity sum(List<BigDecimal> units, String unit) {
        return Quantity.ofSum(units.stream().reduce(BigDecimal.ZERO, BigDecimal::add), unit);
    }

    /** Basis points of the limit, rounded down; 0 where there is no limit. */
    static long share(Money used, Money limit) {
        return limit.isPositive()
                ? BigDecimal.valueOf(used.minor())
                        .multiply(BigDecimal.valueOf(AdvanceDecision.WHOLE))
                        .divideToIntegralValue(BigDecimal.valueOf(limit.minor()))
                        .longValue()
                : 0;
    }
}
