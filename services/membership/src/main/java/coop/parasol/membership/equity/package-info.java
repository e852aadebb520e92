/** What a member owns, with the numbers behind it. */
@NullMarked
package coop.parasol.membership.equity;

import org.jspecify.annotations.NullMarked;
