/** People of a member: accounts of colleagues whom the member invites, and which it takes away again. */
@NullMarked
package coop.parasol.membership.colleague;

import org.jspecify.annotations.NullMarked;
