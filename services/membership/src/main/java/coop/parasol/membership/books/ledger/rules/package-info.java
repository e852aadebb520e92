/** What an entry is, and which entry a fact becomes. */
@NullMarked
package coop.parasol.membership.books.ledger.rules;

import org.jspecify.annotations.NullMarked;
