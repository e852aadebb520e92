/** The ledger: double-entry journal, append only and hash-chained, with the balances of its accounts. */
@NullMarked
package coop.parasol.membership.books.ledger;

import org.jspecify.annotations.NullMarked;
