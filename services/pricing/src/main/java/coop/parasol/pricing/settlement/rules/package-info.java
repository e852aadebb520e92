/** How the payouts of a pool are calculated. */
@NullMarked
package coop.parasol.pricing.settlement.rules;

import org.jspecify.annotations.NullMarked;
