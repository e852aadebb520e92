/** Which rejected lots may be released, and in which grade. */
@NullMarked
package coop.parasol.quality.release.rules;

import org.jspecify.annotations.NullMarked;
