/** Invoices: what partners owe for delivered goods, and its payment. */
@NullMarked
package coop.parasol.distribution.invoice;

import org.jspecify.annotations.NullMarked;
