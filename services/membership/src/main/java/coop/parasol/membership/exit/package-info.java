/** Leaving the firm with one's property. Decided in exit/rules, asked for in ExitResource. */
@NullMarked
package coop.parasol.membership.exit;

import org.jspecify.annotations.NullMarked;
