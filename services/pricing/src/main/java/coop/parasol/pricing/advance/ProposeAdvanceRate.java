package coop.parasol.pricing.advance;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import coop.parasol.pricing.advance.AdvanceRates.AdvanceRate;
import coop.parasol.pricing.advance.AdvanceRates.State;
import coop.parasol.pricing.pool.PoolBylaws;
import coop.parasol.pricing.product.Product;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One person of the pricing desk proposes a rate of advances for a product, another approves it; never above the bylaws' maximum. */
@ApplicationScoped
class ProposeAdvanceRate {

    private final AdvanceRates rates;
    private final PoolBylaws bylaws;
    private final FirmClock clock;

    ProposeAdvanceRate(AdvanceRates rates, PoolBylaws bylaws, FirmClock clock) {
        this.rates = rates;
        this.bylaws = bylaws;
        this.clock = clock;
    }

    sealed interface Outcome {}

    record Decided(AdvanceRate rate) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** Why there can be no such rate; empty if there can. */
    Optional<Refusal> refusal(String product, int rate) {
        if (Product.byCode(List.of(product)).isEmpty()) {
            return Optional.of(new Refusal.InvalidField(
                    "product", "unknown-product", "No standard is published for " + product + "."));
        }
        int maximum = bylaws.maximumAdvanceRate();
        return rate > maximum
                ? Optional.of(new Refusal.InvalidField(
                        "rate",
                        "above-bylaws",
                        "The bylaws allow advances of %s %% at most.".formatted(percent(maximum))))
                : Optional.empty();
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    /**
     * An earlier proposal for the product that is not approved is replaced.
     *
     * @param rate in basis points; 0 for no advances on what is certified from its approval on
     */
    Outcome propose(String product, int rate, String actor) {
        Optional<Refusal> refusal = refusal(product, rate);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        UUID id = Ids.next();
        rates.propose(id, product, rate, actor, clock.now());
        return new Decided(rates.find(id).orElseThrow());
    }

    /** It is in force for what is certified from now on. */
    Outcome approve(UUID id, String actor) {
        AdvanceRate rate = rates.lock(id).orElse(null);
        if (rate == null) {
            return new Refused(new Refusal.NotFound("advance rate", id));
        }
        if (rate.state() != State.PROPOSED) {
            return new Refused(new Refusal.Conflict("not-proposed", "The rate is " + rate.state() + "."));
        }
        Optional<Refusal> samePerson = SecondPerson.refusal(rate.draftedBy(), actor);
        if (samePerson.isPresent()) {
            return new Refused(samePerson.get());
        }
        int maximum = bylaws.maximumAdvanceRate();
        if (rate.rate() > maximum) {
            return new Refused(new Refusal.Conflict(
                    "above-bylaws", "The bylaws allow advances of %s %% at most by now.".formatted(percent(maximum))));
        }
        rates.approve(id, actor, clock.now());
        return new Decided(rates.find(id).orElseThrow());
    }

    /** It is not approved any more, by whom it was proposed or by a colleague. */
    Outcome withdraw(UUID id, String actor) {
        AdvanceRate rate = rates.lock(id).orElse(null);
        if (rate == null) {
            return new Refused(new Refusal.NotFound("advance rate", id));
        }
        if (rate.state() != State.PROPOSED) {
            return new Refused(new Refusal.Conflict("not-proposed", "The rate is " + rate.state() + "."));
        }
        rates.withdraw(id, actor, clock.now());
        return new Decided(rates.find(id).orElseThrow());
    }
}
