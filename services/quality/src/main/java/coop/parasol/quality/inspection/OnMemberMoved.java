package coop.parasol.quality.inspection;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** What waits at a producer waits where it is now. */
@ApplicationScoped
public class OnMemberMoved implements Handler<MemberMoved> {

    private final Places places;

    OnMemberMoved(Places places) {
        this.places = places;
    }

    @Override
    public void on(MemberMoved event, Envelope envelope) {
        places.know(event.memberId(), event.place());
    }
}
