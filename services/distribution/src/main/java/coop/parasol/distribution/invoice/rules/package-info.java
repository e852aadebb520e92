/** What an invoice amounts to and is called. */
@NullMarked
package coop.parasol.distribution.invoice.rules;

import org.jspecify.annotations.NullMarked;
