/** The freeze of planning: for which ISO weeks producers may no longer change what they have committed. */
@NullMarked
package coop.parasol.production.freeze;

import org.jspecify.annotations.NullMarked;
