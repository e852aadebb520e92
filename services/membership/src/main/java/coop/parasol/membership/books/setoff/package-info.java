/** What a member owes the firm, settled by money that the firm owes it. */
@NullMarked
package coop.parasol.membership.books.setoff;

import org.jspecify.annotations.NullMarked;
