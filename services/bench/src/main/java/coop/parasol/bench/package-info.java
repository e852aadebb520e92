/** What the benchmarks share. */
@NullMarked
package coop.parasol.bench;

import org.jspecify.annotations.NullMarked;
