/** Capacities: how much producers declare they could make of a product in an ISO week. */
@NullMarked
package coop.parasol.production.capacity;

import org.jspecify.annotations.NullMarked;
