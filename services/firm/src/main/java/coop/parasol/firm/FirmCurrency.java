package coop.parasol.firm;

import coop.parasol.contracts.Money;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one currency of the firm, setting {@code parasol.currency} (ISO 4217). */
@ApplicationScoped
public class FirmCurrency {

    private final String code;

    public FirmCurrency(@ConfigProperty(name = "parasol.currency") String code) {
        this.code = code;
    }

    /** ISO 4217 code, such as {@code INR}. */
    public String code() {
        return code;
    }

    /** An amount in the firm's currency, of so many minor units (paise, cents). */
    public Money money(long minorUnits) {
        return new Money(minorUnits, code);
    }

    /** Whether the amount is in the firm's currency. */
    public boolean matches(Money money) {
        return money.currency().equals(code);
    }
}
