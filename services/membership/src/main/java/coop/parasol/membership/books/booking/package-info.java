/** Posts to the books what other services have decided about money, and what the treasury has paid. */
@NullMarked
package coop.parasol.membership.books.booking;

import org.jspecify.annotations.NullMarked;
