/** Seeded violations: see {@code ArchitectureTest}. */
@NullMarked
package coop.parasol.acceptance.seeded.membership.share;

import org.jspecify.annotations.NullMarked;
