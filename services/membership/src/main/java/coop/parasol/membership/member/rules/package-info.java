/** Which state follows on which. */
@NullMarked
package coop.parasol.membership.member.rules;

import org.jspecify.annotations.NullMarked;
