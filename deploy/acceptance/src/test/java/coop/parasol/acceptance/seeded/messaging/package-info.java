/** Seeded violations: see {@code ArchitectureTest}. */
@NullMarked
package coop.parasol.acceptance.seeded.messaging;

import org.jspecify.annotations.NullMarked;
