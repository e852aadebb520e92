/** Seeded violations: see {@code ArchitectureTest}. */
@NullMarked
package coop.parasol.acceptance.seeded.quality.batch;

import org.jspecify.annotations.NullMarked;
