package coop.parasol.membership.books.close;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.close.rules.PeriodRules;
import coop.parasol.membership.books.ledger.Balances;
import coop.parasol.membership.books.period.FinancialPeriod;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the next financial period, which follows on the last one without gap. */
@ApplicationScoped
class OpenPeriod {

    private final Balances balances;
    private final ShareCount shareCount;
    private final FirmClock clock;

    OpenPeriod(Balances balances, ShareCount shareCount, FirmClock clock) {
        this.balances = balances;
        this.shareCount = shareCount;
        this.clock = clock;
    }

    /** The outcome of opening a period; nothing has changed unless it is {@link Opened}. */
    sealed interface Outcome permits Opened, EarlierPeriodOpen, Refused {}

    record Opened(FinancialPeriod period) implements Outcome {}

    /** One period is open at a time. */
    record EarlierPeriodOpen(LocalDate lastDay) implements Outcome {}

    record Refused(PeriodRules.Refused reason) implements Outcome {}

    /** @param firstDay absent for the day after the last period, or the first day of the books */
    Outcome open(@Nullable LocalDate firstDay, LocalDate lastDay) {
        shareCount.lock();
        Optional<FinancialPeriod> last = FinancialPeriod.last();
        if (last.isPresent() && last.get().state != FinancialPeriod.State.CLOSED) {
            return new EarlierPeriodOpen(last.get().lastDay);
        }
        PeriodRules.Outcome outcome = PeriodRules.open(
                firstDay,
                lastDay,
                last.map(period -> period.lastDay).orElse(null),
                balances.firstBookedDay().orElse(null),
                clock.today());
        return switch (outcome) {
            case PeriodRules.Refused refused -> new Refused(refused);
            case PeriodRules.Allowed allowed -> new Opened(opened(allowed.firstDay(), lastDay));
        };
    }

    private static FinancialPeriod opened(LocalDate firstDay, LocalDate lastDay) {
        FinancialPeriod period = new FinancialPeriod();
        period.id = Ids.next();
        period.firstDay = firstDay;
        period.lastDay = lastDay;
        period.state = FinancialPeriod.State.OPEN;
        period.persistAndFlush();
        return period;
    }
}
