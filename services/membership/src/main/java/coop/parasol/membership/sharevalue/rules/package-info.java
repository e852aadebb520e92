/** The value of a share. */
@NullMarked
package coop.parasol.membership.sharevalue.rules;

import org.jspecify.annotations.NullMarked;
