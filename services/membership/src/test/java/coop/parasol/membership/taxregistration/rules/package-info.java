/** When a tax registration may be entered. */
@NullMarked
package coop.parasol.membership.taxregistration.rules;

import org.jspecify.annotations.NullMarked;
