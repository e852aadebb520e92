/** When distribution clears a leaving member. */
@NullMarked
package coop.parasol.distribution.exit.rules;

import org.jspecify.annotations.NullMarked;
