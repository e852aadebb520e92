/** Seeded violations: see {@code ArchitectureTest}. */
@NullMarked
package coop.parasol.acceptance.seeded.membership.treasury;

import org.jspecify.annotations.NullMarked;
