/** What each producer gets from a pool, line by line. */
@NullMarked
package coop.parasol.pricing.statement;

import org.jspecify.annotations.NullMarked;
