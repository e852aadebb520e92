package coop.parasol.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from: who set it off, and its causation and correlation ids, as event-driven systems use these
 * words. Sent as CloudEvents extension attributes.
 *
 * @param actor {@code sub} of the person or partner's system that set it off, never a name; a service's name for what no person set off
 * @param causationId id of the event whose handling led to this one; null when a call did
 * @param correlationId the same for everything that follows from one call
 */
public record Cause(String actor, @Nullable String causationId, String correlationId) {

    /** A call or a timer that is not a consequence of an event; gets a new correlation id. */
    public static Cause of(String actor) {
        return new Cause(actor, null, Ids.next().toString());
    }

    /** The handling of a consumed event: actor and correlation id stay those of that event. */
    public static Cause by(Envelope event) {
        return new Cause(
                event.cause().actor(), event.id().toString(), event.cause().correlationId());
    }
}
