/** Seeded violations: see {@code ArchitectureTest}. */
@NullMarked
package coop.parasol.acceptance.seeded.membership.exit.rules;

import org.jspecify.annotations.NullMarked;
