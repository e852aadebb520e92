/** Accounts of the people who work at the firm's desks or audit for it: who may do what, as two persons have decided it. */
@NullMarked
package coop.parasol.membership.staff;

import org.jspecify.annotations.NullMarked;
