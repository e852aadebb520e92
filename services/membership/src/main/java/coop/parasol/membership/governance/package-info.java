/** What the members decide together: one member, one vote. */
@NullMarked
package coop.parasol.membership.governance;

import org.jspecify.annotations.NullMarked;
