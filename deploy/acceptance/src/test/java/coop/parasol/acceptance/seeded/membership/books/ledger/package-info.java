/** Seeded violations: see {@code ArchitectureTest}. */
@NullMarked
package coop.parasol.acceptance.seeded.membership.books.ledger;

import org.jspecify.annotations.NullMarked;
