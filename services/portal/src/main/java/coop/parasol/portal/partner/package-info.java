/** A partner's pages: catalogue at its prices, orders, deliveries, invoices and recalls. */
@NullMarked
package coop.parasol.portal.partner;

import org.jspecify.annotations.NullMarked;
