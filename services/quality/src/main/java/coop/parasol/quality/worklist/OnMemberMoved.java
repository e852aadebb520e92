package coop.parasol.quality.worklist;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** The batches of a producer that moves await their inspection in its new place. */
@ApplicationScoped
public class OnMemberMoved implements Handler<MemberMoved> {

    private final ProducerPlaces places;

    OnMemberMoved(ProducerPlaces places) {
        this.places = places;
    }

    @Override
    public void on(MemberMoved event, Envelope envelope) {
        places.store(event.memberId(), event.place());
    }
}
