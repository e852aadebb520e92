/** The bylaws that distribution goes by, as membership tells them; each feature keeps its own. */
@NullMarked
package coop.parasol.distribution.bylaws;

import org.jspecify.annotations.NullMarked;
