/** Which member firms have one owner, as two persons have recorded it. */
@NullMarked
package coop.parasol.membership.owner;

import org.jspecify.annotations.NullMarked;
