/** Overflow sharing: a producer offers a part of what it has committed, and another takes it. */
@NullMarked
package coop.parasol.production.sharing;

import org.jspecify.annotations.NullMarked;
