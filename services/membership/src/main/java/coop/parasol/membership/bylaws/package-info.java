/** The parameters that the members decide, version by version. */
@NullMarked
package coop.parasol.membership.bylaws;

import org.jspecify.annotations.NullMarked;
