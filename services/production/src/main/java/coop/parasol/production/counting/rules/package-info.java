/** How much of commitments counts when more is committed than partners want. */
@NullMarked
package coop.parasol.production.counting.rules;

import org.jspecify.annotations.NullMarked;
