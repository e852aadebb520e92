/** How advances are calculated, deducted and dropped. */
@NullMarked
package coop.parasol.pricing.advance.rules;

import org.jspecify.annotations.NullMarked;
