package coop.parasol.messaging;

import coop.parasol.contracts.Event;

/**
 * Numbers that a service gives out itself, such as invoice numbers or SSCC serials. A database that was restored to an
 * earlier state would give out numbers a second time; what it gave out since is on the service's own topics. A bean of a
 * service implements this for its numbers; messaging calls it before the service relays again.
 */
public interface RestoredCounters {

    /**
     * Raises each counter above the numbers that the event carries; never lowers one. Runs in a transaction, for each event
     * of this service that its topics have and its database does not know, in no particular order; an event may come twice.
     *
     * @throws IllegalArgumentException if the event carries a number that this service would not give out, such as one under
     *     another company prefix; it is logged and left out
     */
    void raiseAbove(Event event);
}
