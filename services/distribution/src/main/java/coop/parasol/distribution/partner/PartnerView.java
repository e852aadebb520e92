package coop.parasol.distribution.partner;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner as REST shows it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param tier whose prices it pays, such as {@code RETAIL}
 * @param partnerGroup whose prices it gets before those of its tier; absent where it is in none
 * @param creditLimit how much open orders and unpaid invoices may come to together
 * @param exposure what they come to now
 * @param version of what the desk has set, for ETag and If-Match; the exposure does not change it
 */
public record PartnerView(
        UUID partnerId,
        String name,
        String country,
        String tier,
        @Nullable String partnerGroup,
        Money creditLimit,
        Money exposure,
        long version) {

    static PartnerView of(Partner partner, FirmCurrency currency) {
        return new PartnerView(
                partner.partnerId,
                partner.name,
                partner.country,
                partner.tier,
                partner.partnerGroup,
                currency.money(partner.creditLimit),
                currency.money(partner.exposure),
                partner.version);
    }
}
