package coop.parasol.quality.worklist;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.quality.directory.ProducerNames;
import coop.parasol.web.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** Of a firm that was erased its name and place are forgotten, what was answered about it, and what other features have of persons. */
@ApplicationScoped
public class OnPersonErased implements Handler<PersonErased> {

    private final ProducerPlaces places;
    private final ProducerNames names;
    private final IdempotencyKeys idempotencyKeys;
    private final Event<PersonErased> erased;

    OnPersonErased(
            ProducerPlaces places, ProducerNames names, IdempotencyKeys idempotencyKeys, Event<PersonErased> erased) {
        this.places = places;
        this.names = names;
        this.idempotencyKeys = idempotencyKeys;
        this.erased = erased;
    }

    @Override
    public void on(PersonErased event, Envelope envelope) {
        places.erased(List.of(event));
        names.erased(List.of(event));
        idempotencyKeys.eraseAnswersAbout(event.memberId());
        erased.fire(event);
    }
}
