package coop.parasol.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Who made something happen, and what it follows from.
 *
 * @param actor user name of the person or partner's system that set it off; a service's name for what no person set off
 * @param causationId id of the event this is a consequence of; null when it began with a call
 * @param correlationId the same for everything that follows from one call
 */
public record Cause(String actor, @Nullable String causationId, String correlationId) {

    /** Something new, begun by this actor. */
    public static Cause of(String actor) {
        return new Cause(actor, null, Ids.next().toString());
    }

    /** A consequence of a consumed event: the actor and the correlation stay those of the beginning. */
    public static Cause by(Envelope event) {
        return new Cause(
                event.cause().actor(), event.id().toString(), event.cause().correlationId());
    }
}
