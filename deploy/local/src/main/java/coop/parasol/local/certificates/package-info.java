/** Verifies signed certificates offline. */
@NullMarked
package coop.parasol.local.certificates;

import org.jspecify.annotations.NullMarked;
