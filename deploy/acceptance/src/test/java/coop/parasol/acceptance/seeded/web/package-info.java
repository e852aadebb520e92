/** Seeded violations: see {@code ArchitectureTest}. */
@NullMarked
package coop.parasol.acceptance.seeded.web;

import org.jspecify.annotations.NullMarked;
