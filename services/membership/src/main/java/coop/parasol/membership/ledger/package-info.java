/** The firm's books: double entry, append only. */
@NullMarked
package coop.parasol.membership.ledger;

import org.jspecify.annotations.NullMarked;
