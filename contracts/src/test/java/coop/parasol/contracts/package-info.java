/** Keeps the published contracts equal to the records they are generated from. */
@NullMarked
package coop.parasol.contracts;

import org.jspecify.annotations.NullMarked;
