/** Payables, payment runs and bank files: what the firm owes its members is paid once, by two persons. */
@NullMarked
package coop.parasol.membership.treasury.payment;

import org.jspecify.annotations.NullMarked;
