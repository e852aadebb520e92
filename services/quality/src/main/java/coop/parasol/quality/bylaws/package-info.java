/** The bylaws that quality goes by, as membership tells them; each feature keeps its own. */
@NullMarked
package coop.parasol.quality.bylaws;

import org.jspecify.annotations.NullMarked;
