/** Imports wholesalers' order files through the REST interfaces. */
@NullMarked
package coop.parasol.local.orders;

import org.jspecify.annotations.NullMarked;
