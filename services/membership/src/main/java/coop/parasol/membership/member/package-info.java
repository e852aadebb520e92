/** From the application to the share. */
@NullMarked
package coop.parasol.membership.member;

import org.jspecify.annotations.NullMarked;
