package coop.parasol.distribution;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What holds for the whole firm: its one currency, and what day it is. */
@ApplicationScoped
public class Firm {

    private final Clock clock;
    private final String currency;

    public Firm(Clock clock, @ConfigProperty(name = "parasol.currency") String currency) {
        this.clock = clock;
        this.currency = currency;
    }

    /** Now, as precise as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Today in UTC, the day that dates of sale are compared with. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public Period thisWeek() {
        return Period.of(today());
    }

    public Money money(long minor) {
        return new Money(minor, currency);
    }

    public boolean uses(Money money) {
        return money.currency().equals(currency);
    }

    public String currency() {
        return currency;
    }

    /** A column of minor units. */
    public Money money(ResultSet row, String column) throws SQLException {
        return money(row.getLong(column));
    }

    public @Nullable Money nullableMoney(ResultSet row, String column) throws SQLException {
        Long minor = Sql.nullableLong(row, column);
        return minor == null ? null : money(minor);
    }
}
