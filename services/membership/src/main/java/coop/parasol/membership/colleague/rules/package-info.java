/** Whom a member may invite as a colleague. */
@NullMarked
package coop.parasol.membership.colleague.rules;

import org.jspecify.annotations.NullMarked;
