/** What leaves for a partner and arrives there. */
@NullMarked
package coop.parasol.distribution.shipment;

import org.jspecify.annotations.NullMarked;
