/** What the benchmarks share: clients, quantiles, the machine's load, and the report that goes into docs/benchmarks.md. */
@NullMarked
package coop.parasol.bench;

import org.jspecify.annotations.NullMarked;
