/** Erasing what is personal of a firm that has left, and showing what the law makes the firm keep. */
@NullMarked
package coop.parasol.membership.erasure;

import org.jspecify.annotations.NullMarked;
