/** The amount and the number of an invoice. */
@NullMarked
package coop.parasol.distribution.invoice.rules;

import org.jspecify.annotations.NullMarked;
