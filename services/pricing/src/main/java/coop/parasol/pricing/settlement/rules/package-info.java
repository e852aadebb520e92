/** How a pool is divided. */
@NullMarked
package coop.parasol.pricing.settlement.rules;

import org.jspecify.annotations.NullMarked;
