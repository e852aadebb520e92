/** Shipments: what was dispatched for an order as one shipping unit, and its delivery. */
@NullMarked
package coop.parasol.distribution.shipment;

import org.jspecify.annotations.NullMarked;
