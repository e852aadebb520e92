package coop.parasol.quality.worklist;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.web.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** Of a firm that was erased its place is forgotten, what was answered about it, and what other features have of persons. */
@ApplicationScoped
public class OnPersonErased implements Handler<PersonErased> {

    private final ProducerPlaces places;
    private final IdempotencyKeys idempotencyKeys;
    private final Event<PersonErased> erased;

    OnPersonErased(ProducerPlaces places, IdempotencyKeys idempotencyKeys, Event<PersonErased> erased) {
        this.places = places;
        this.idempotencyKeys = idempotencyKeys;
        this.erased = erased;
    }

    @Override
    public void on(PersonErased event, Envelope envelope) {
        places.erased(List.of(event));
        idempotencyKeys.eraseAnswersAbout(event.memberId());
        erased.fire(event);
    }
}
