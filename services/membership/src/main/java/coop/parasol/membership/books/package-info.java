/**
 * The firm's double-entry books. {@code ledger} holds the journal and its hash chain, and the posting rules; {@code booking} posts what
 * other services and the treasury tell; {@code manualentry} posts what the treasurer enters by hand; {@code period} and {@code close}
 * end a financial period and divide its surplus; {@code patronage} keeps what members have earned by their business; {@code reports} and
 * {@code statement} show the books.
 */
@NullMarked
package coop.parasol.membership.books;

import org.jspecify.annotations.NullMarked;
