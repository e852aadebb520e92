/** The firm's books: double entry, append only. */
@NullMarked
package coop.parasol.membership.books.ledger;

import org.jspecify.annotations.NullMarked;
