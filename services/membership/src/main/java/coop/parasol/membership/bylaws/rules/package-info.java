/** What bylaws may say. */
@NullMarked
package coop.parasol.membership.bylaws.rules;

import org.jspecify.annotations.NullMarked;
