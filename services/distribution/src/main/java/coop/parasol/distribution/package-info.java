/** Who gets which goods, and who owes what for them. */
@NullMarked
package coop.parasol.distribution;

import org.jspecify.annotations.NullMarked;
