/** Financial periods: which days they cover, and up to which day the books are closed. */
@NullMarked
package coop.parasol.membership.books.period;

import org.jspecify.annotations.NullMarked;
