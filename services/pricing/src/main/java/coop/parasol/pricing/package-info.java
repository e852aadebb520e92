/** Pricing: what partners pay for the brand's goods, and what producers are paid for them out of the pools. */
@NullMarked
package coop.parasol.pricing;

import org.jspecify.annotations.NullMarked;
