/** Pricing: what partners pay, and what producers get for it. */
@NullMarked
package coop.parasol.pricing;

import org.jspecify.annotations.NullMarked;
