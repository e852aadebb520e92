/** Seeded violations: see {@code ArchitectureTest}. */
@NullMarked
package coop.parasol.acceptance.seeded.membership.exit;

import org.jspecify.annotations.NullMarked;
