/** The bylaws that production goes by, as membership tells them; each feature keeps its own. */
@NullMarked
package coop.parasol.production.bylaws;

import org.jspecify.annotations.NullMarked;
