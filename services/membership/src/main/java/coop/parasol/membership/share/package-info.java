/** The share register: who holds a share, and how many are issued. */
@NullMarked
package coop.parasol.membership.share;

import org.jspecify.annotations.NullMarked;
