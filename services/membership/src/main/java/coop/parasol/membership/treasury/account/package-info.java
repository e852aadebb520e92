/** The firm's own bank account: the one that it pays from and is paid into. */
@NullMarked
package coop.parasol.membership.treasury.account;

import org.jspecify.annotations.NullMarked;
