/** The events between the services, as records, and the value types they are made of: money, quantity, period. */
@NullMarked
package coop.parasol.contracts;

import org.jspecify.annotations.NullMarked;
