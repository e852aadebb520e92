/** A member buys its share: the invoice, the instalments and the money that comes in for them. */
@NullMarked
package coop.parasol.membership.buyin;

import org.jspecify.annotations.NullMarked;
