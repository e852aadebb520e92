/** Which rights one person may have, and who may give and take them. */
@NullMarked
package coop.parasol.membership.staff.rules;

import org.jspecify.annotations.NullMarked;
