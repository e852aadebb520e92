/** Membership: who owns the firm, in equal parts, and what their property is worth. */
@NullMarked
package coop.parasol.membership;

import org.jspecify.annotations.NullMarked;
