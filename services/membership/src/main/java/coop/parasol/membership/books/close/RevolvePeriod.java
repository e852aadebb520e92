package coop.parasol.membership.books.close;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.close.rules.PeriodRules;
import coop.parasol.membership.books.patronage.RevolveCapital;
import coop.parasol.membership.books.period.FinancialPeriod;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Makes the patronage capital of a period payable when the years of the bylaws have passed, the oldest first. */
@ApplicationScoped
class RevolvePeriod {

    private final RevolveCapital revolveCapital;
    private final ShareCount shareCount;
    private final FirmClock clock;

    RevolvePeriod(RevolveCapital revolveCapital, ShareCount shareCount, FirmClock clock) {
        this.revolveCapital = revolveCapital;
        this.shareCount = shareCount;
        this.clock = clock;
    }

    /** The outcome of revolving a period's capital; nothing has changed unless it is {@link Revolved}. */
    sealed interface Outcome permits Revolved, UnknownPeriod, NotClosed, AlreadyRevolved, Refused {}

    /** @param members how many are owed something by it */
    record Revolved(int members) implements Outcome {}

    record UnknownPeriod() implements Outcome {}

    record NotClosed() implements Outcome {}

    record AlreadyRevolved() implements Outcome {}

    record Refused(PeriodRules.Refused reason) implements Outcome {}

    Outcome revolve(UUID periodId, Cause cause) {
        shareCount.lock();
        Optional<FinancialPeriod> found = FinancialPeriod.lock(periodId);
        if (found.isEmpty()) {
            return new UnknownPeriod();
        }
        FinancialPeriod period = found.get();
        if (period.revolvesOn == null) {
            return new NotClosed();
        }
        if (period.revolvedAt != null) {
            return new AlreadyRevolved();
        }
        PeriodRules.Outcome outcome = PeriodRules.revolve(
                period.firstDay, period.revolvesOn, revolveCapital.isOlderHeld(period.lastDay), clock.today());
        if (outcome instanceof PeriodRules.Refused refused) {
            return new Refused(refused);
        }
        period.revolvedAt = clock.now();
        FinancialPeriod.flush();
        return new Revolved(revolveCapital.revolve(periodId, cause));
    }
}
