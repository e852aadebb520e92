package coop.parasol.distribution.partner;

import coop.parasol.contracts.Money;
import java.util.UUID;

/**
 * Somebody who may order.
 *
 * @param country ISO 3166-1 alpha-2
 * @param tier whose prices it pays, such as {@code RETAIL}
 * @param creditLimit how much open orders and unpaid invoices may come to
 * @param exposure what they come to now
 * @param version of what the desk has set, for ETag and If-Match; the exposure does not change it
 */
public record Partner(
        UUID partnerId, String name, String country, String tier, Money creditLimit, Money exposure, long version) {}
