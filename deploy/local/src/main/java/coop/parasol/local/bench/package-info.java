/** Measures the running system from outside, as partners' systems use it. */
@NullMarked
package coop.parasol.local.bench;

import org.jspecify.annotations.NullMarked;
