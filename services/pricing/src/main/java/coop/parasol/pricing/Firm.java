package coop.parasol.pricing;

import coop.parasol.contracts.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The firm's currency, clock and margin. */
@ApplicationScoped
public class Firm {

    private final String currency;
    private final BigDecimal marginPercent;
    private final Clock clock;

    Firm(
            @ConfigProperty(name = "parasol.currency") String currency,
            @ConfigProperty(name = "parasol.bylaws.margin-percent") BigDecimal marginPercent,
            Clock clock) {
        this.currency = currency;
        this.marginPercent = marginPercent;
        this.clock = clock;
        if (marginPercent.signum() < 0 || marginPercent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("parasol.bylaws.margin-percent must be between 0 and 100");
        }
    }

    public String currency() {
        return currency;
    }

    public boolean uses(Money money) {
        return money.currency().equals(currency);
    }

    public Money money(long minor) {
        return new Money(minor, currency);
    }

    public BigDecimal marginPercent() {
        return marginPercent;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
