/** What a leaving member is entitled to, and when. */
@NullMarked
package coop.parasol.membership.exit.rules;

import org.jspecify.annotations.NullMarked;
