package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.PoolClosingEvent.PoolClosed;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.pricing.pool.PoolBylaws;
import coop.parasol.pricing.pool.PoolGoods;
import coop.parasol.pricing.settlement.OpenPools.OpenPool;
import coop.parasol.pricing.settlement.PoolClosings.PoolClosing;
import coop.parasol.pricing.settlement.PoolClosings.State;
import coop.parasol.pricing.settlement.rules.LateDivision;
import coop.parasol.pricing.settlement.rules.PayoutCalculation;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.DividedPool;
import coop.parasol.pricing.settlement.rules.SettlementTiming;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person of the pricing desk proposes to close a settled pool finally, another approves it. A supplement that is due comes first;
 * what is less than the bylaws' least supplement, or comes in later, is divided by the product's next settlement.
 */
@ApplicationScoped
class ClosePool {

    private final PoolClosings closings;
    private final OpenPools openPools;
    private final PoolGoods goods;
    private final Pools pools;
    private final PoolBylaws bylaws;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final Outbox outbox;

    ClosePool(
            PoolClosings closings,
            OpenPools openPools,
            PoolGoods goods,
            Pools pools,
            PoolBylaws bylaws,
            FirmClock clock,
            FirmCurrency currency,
            Outbox outbox) {
        this.closings = closings;
        this.openPools = openPools;
        this.goods = goods;
        this.pools = pools;
        this.bylaws = bylaws;
        this.clock = clock;
        this.currency = currency;
        this.outbox = outbox;
    }

    sealed interface Outcome {}

    record Decided(PoolClosing closing) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    Outcome propose(String product, Period period, String actor) {
        Settlement last = Settlement.last(product, period).orElse(null);
        if (last == null) {
            return new Refused(new Refusal.Conflict(
                    "pool-not-settled", "The pool of %s for %s is not settled yet.".formatted(product, period)));
        }
        pools.lock(product);
        Optional<PoolClosing> known = closings.ofPool(product, period);
        if (known.isPresent()) {
            return new Refused(
                    known.get().state() == State.CLOSED
                            ? closed(known.get())
                            : new Refusal.Conflict(
                                    "closing-proposed", "Somebody has proposed to close the pool already."));
        }
        Optional<Refusal> unsettled = refusalIfUnsettled(product, period);
        if (unsettled.isPresent()) {
            return new Refused(unsettled.get());
        }
        UUID id = closings.propose(last.poolId, product, period, actor, clock.now());
        return new Decided(closings.find(id).orElseThrow());
    }

    /** @param cause whose actor is the second person */
    Outcome approve(UUID closingId, Cause cause) {
        PoolClosing closing = lock(closingId).orElse(null);
        if (closing == null) {
            return new Refused(new Refusal.NotFound("closing of a pool", closingId));
        }
        if (closing.state() != State.PROPOSED) {
            return new Refused(notProposed(closing));
        }
        Optional<Refusal> samePerson = SecondPerson.refusal(closing.proposedBy(), cause.actor());
        if (samePerson.isPresent()) {
            return new Refused(samePerson.get());
        }
        Optional<Refusal> unsettled = refusalIfUnsettled(closing.product(), closing.period());
        if (unsettled.isPresent()) {
            return new Refused(unsettled.get());
        }
        close(closing, cause);
        return new Decided(closings.find(closingId).orElseThrow());
    }

    /** It is not approved any more, by whom it was proposed or by a colleague. */
    Outcome withdraw(UUID closingId, String actor) {
        PoolClosing closing = lock(closingId).orElse(null);
        if (closing == null) {
            return new Refused(new Refusal.NotFound("closing of a pool", closingId));
        }
        if (closing.state() != State.PROPOSED) {
            return new Refused(notProposed(closing));
        }
        closings.withdraw(closingId, actor, clock.now());
        return new Decided(closings.find(closingId).orElseThrow());
    }

    static Refusal closed(PoolClosing closing) {
        return new Refusal.Conflict(
                "pool-closed",
                "The pool of %s for %s is closed finally; what comes in is divided by the product's next settlement."
                        .formatted(closing.product(), closing.period()));
    }

    private static Refusal notProposed(PoolClosing closing) {
        return new Refusal.Conflict("not-proposed", "The closing is " + closing.state() + ".");
    }

    /** The closing, after the pools of its product are locked, as whoever settles one of them locks them. */
    private Optional<PoolClosing> lock(UUID closingId) {
        Optional<PoolClosing> found = closings.find(closingId);
        found.ifPresent(closing -> pools.lock(closing.product()));
        return found.flatMap(closing -> closings.find(closingId));
    }

    private Optional<Refusal> refusalIfUnsettled(String product, Period period) {
        if (Settlement.count(
                        "product = ?1 and period = ?2 and state = ?3",
                        product,
                        period.toString(),
                        Settlement.State.DRAFT)
                > 0) {
            return Optional.of(new Refusal.Conflict(
                    "supplement-drafted", "A supplement to the pool is drafted; settle it before the pool is closed."));
        }
        OpenPool open = openPools.lock(product, period, currency.money(0));
        DividedPool now = PayoutCalculation.divide(open.pool());
        DividedPool last = Objects.requireNonNull(open.previous()).division(currency);
        return switch (SettlementTiming.ofSupplement(now, last, bylaws.leastSupplement())) {
            case SettlementTiming.Due due ->
                Optional.of(new Refusal.Conflict(
                        "supplement-due",
                        "A supplement is due that pays %s and charges %s; settle it before the pool is closed."
                                .formatted(now.paidOut(), now.charged())));
            case SettlementTiming.Waits waits -> Optional.empty();
            case SettlementTiming.NothingPaid nothing -> Optional.empty();
            case SettlementTiming.NothingNew nothing -> Optional.empty();
        };
    }

    private void close(PoolClosing closing, Cause cause) {
        OpenPool open = openPools.lock(closing.product(), closing.period(), currency.money(0));
        Settlement last = Objects.requireNonNull(open.previous());
        DividedPool division = last.division(currency);
        boolean allSettled = LateDivision.of(
                        last.poolId,
                        closing.period(),
                        last.marginShare,
                        division,
                        PayoutCalculation.divide(open.pool()))
                .movesNothing();
        @Nullable String digest = allSettled
                ? goods.digests(closing.product(), List.of(closing.period())).get(closing.period())
                : null;
        Instant now = clock.now();
        closings.close(closing.closingId(), cause.actor(), now, last.id, digest);
        outbox.append(
                new PoolClosed(
                        closing.closingId(),
                        closing.poolId(),
                        closing.product(),
                        closing.period(),
                        last.id,
                        LateParts.total(division),
                        now),
                cause);
    }
}
