/** Leaving members: their goods are sold, or bought in by the firm. */
@NullMarked
package coop.parasol.distribution.exit;

import org.jspecify.annotations.NullMarked;
