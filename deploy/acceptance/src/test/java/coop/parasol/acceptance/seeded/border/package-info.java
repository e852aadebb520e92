/** Seeded violations: see {@code ArchitectureTest}. */
@NullMarked
package coop.parasol.acceptance.seeded.border;

import org.jspecify.annotations.NullMarked;
