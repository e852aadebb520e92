/** Books what other services have decided about money. */
@NullMarked
package coop.parasol.membership.books.booking;

import org.jspecify.annotations.NullMarked;
