/** The value of a share. */
@NullMarked
package coop.parasol.membership.share.rules;

import org.jspecify.annotations.NullMarked;
