package coop.parasol.quality.worklist;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.web.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;

/** Of a firm that was erased its place is forgotten, and what was answered about it. */
@ApplicationScoped
public class OnPersonErased implements Handler<PersonErased> {

    private final ProducerPlaces places;
    private final IdempotencyKeys idempotencyKeys;

    OnPersonErased(ProducerPlaces places, IdempotencyKeys idempotencyKeys) {
        this.places = places;
        this.idempotencyKeys = idempotencyKeys;
    }

    @Override
    public void on(PersonErased event, Envelope envelope) {
        places.store(event.memberId(), null);
        idempotencyKeys.eraseAnswersAbout(event.memberId());
    }
}
