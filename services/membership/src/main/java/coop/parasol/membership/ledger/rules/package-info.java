/** What an entry is, and which entry a fact becomes. */
@NullMarked
package coop.parasol.membership.ledger.rules;

import org.jspecify.annotations.NullMarked;
