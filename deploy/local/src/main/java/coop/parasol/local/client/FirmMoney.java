package coop.parasol.local.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;

/**
 * Amounts in the currency of an installation's firm, as REST takes them.
 *
 * @param currency an ISO 4217 code
 */
public record FirmMoney(String currency) {

    /** The amount with as many decimals as the currency has (JPY 0, INR 2, KWD 3); further ones are dropped. */
    public Map<String, String> of(BigDecimal amount) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        return Map.of("amount", amount.setScale(decimals, RoundingMode.DOWN).toPlainString(), "currency", currency);
    }

    public Map<String, String> of(String amount) {
        return of(new BigDecimal(amount));
    }
}
