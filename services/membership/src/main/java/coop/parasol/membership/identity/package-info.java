/** Changing by which name a member goes and by which e-mail address it signs in. */
@NullMarked
package coop.parasol.membership.identity;

import org.jspecify.annotations.NullMarked;
