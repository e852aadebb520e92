package coop.parasol.firm;

import coop.parasol.contracts.Period;
import coop.parasol.firm.rules.FinancialYear;
import coop.parasol.firm.rules.FoundingSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * What time it is, and what day, week and financial year it is for the firm: all counted in its one time zone, fixed at its
 * founding by {@code parasol.firm.zone}. Moments are stored in UTC.
 */
@ApplicationScoped
public class FirmClock {

    private final Clock clock;
    private final Supplier<FoundingSettings> firm;

    @Inject
    FirmClock(Clock clock, FoundedFirm firm) {
        this(clock, firm::settings);
    }

    FirmClock(Clock clock, Supplier<FoundingSettings> firm) {
        this.clock = clock;
        this.firm = firm;
    }

    /** The present moment, to the microsecond, as PostgreSQL stores it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The firm's present day. */
    public LocalDate today() {
        return day(clock.instant());
    }

    /** The firm's day on which a moment falls. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** The moment at which a day of the firm begins; in most zones midnight. */
    public Instant startOfDay(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    /** The firm's present ISO week. */
    public Period thisWeek() {
        return Period.of(today());
    }

    /** The firm's financial year in which a day falls. */
    public FinancialYear financialYear(LocalDate day) {
        return FinancialYear.of(day, firm.get().financialYearBegin());
    }

    /** The firm's time zone. */
    public ZoneId zone() {
        return firm.get().zone();
    }
}
