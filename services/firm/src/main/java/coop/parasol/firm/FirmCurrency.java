package coop.parasol.firm;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.UnitPrice;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** The one currency of the firm (ISO 4217), fixed at its founding by {@code parasol.firm.currency}. */
@ApplicationScoped
public class FirmCurrency {

    private final FoundedFirm firm;

    public FirmCurrency(FoundedFirm firm) {
        this.firm = firm;
    }

    /** ISO 4217 code, such as {@code INR}. */
    public String code() {
        return firm.settings().currency();
    }

    /** An amount in the firm's currency, of so many minor units (paise, cents). */
    public Money money(long minorUnits) {
        return new Money(minorUnits, code());
    }

    /**
     * A price in the firm's currency.
     *
     * @param minorUnits for {@code per} units, with decimals
     */
    public UnitPrice unitPrice(BigDecimal minorUnits, int per) {
        return UnitPrice.ofMinor(minorUnits, code(), per);
    }

    /** Whether the price is in the firm's currency. */
    public boolean matches(UnitPrice price) {
        return price.currency().equals(code());
    }

    /** Whether the amount is in the firm's currency. */
    public boolean matches(Money money) {
        return money.currency().equals(code());
    }
}
