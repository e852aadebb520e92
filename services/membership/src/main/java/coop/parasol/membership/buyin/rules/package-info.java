/** In which parts the price of a share is paid. */
@NullMarked
package coop.parasol.membership.buyin.rules;

import org.jspecify.annotations.NullMarked;
