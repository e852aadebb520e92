/** How much of an amount is set off. */
@NullMarked
package coop.parasol.membership.books.setoff.rules;

import org.jspecify.annotations.NullMarked;
