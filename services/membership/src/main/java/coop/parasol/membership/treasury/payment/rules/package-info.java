/** Which state of a payable follows on which. */
@NullMarked
package coop.parasol.membership.treasury.payment.rules;

import org.jspecify.annotations.NullMarked;
