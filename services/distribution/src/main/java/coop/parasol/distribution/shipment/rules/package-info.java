/** How a shipping unit is numbered. */
@NullMarked
package coop.parasol.distribution.shipment.rules;

import org.jspecify.annotations.NullMarked;
