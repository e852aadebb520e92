/** Who gets which batch, and that none gets lost. */
@NullMarked
package coop.parasol.distribution.stock.rules;

import org.jspecify.annotations.NullMarked;
