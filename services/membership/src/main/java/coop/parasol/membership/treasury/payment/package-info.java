/** What the firm owes its members on a day, and how it gets to their bank accounts: once, and by two persons. */
@NullMarked
package coop.parasol.membership.treasury.payment;

import org.jspecify.annotations.NullMarked;
