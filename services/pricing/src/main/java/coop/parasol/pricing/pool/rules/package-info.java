/** Which units of a pool are of what. */
@NullMarked
package coop.parasol.pricing.pool.rules;

import org.jspecify.annotations.NullMarked;
