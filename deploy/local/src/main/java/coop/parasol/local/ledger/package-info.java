/** Proves offline that the firm's books, or a member's part of them, were not rewritten. */
@NullMarked
package coop.parasol.local.ledger;

import org.jspecify.annotations.NullMarked;
