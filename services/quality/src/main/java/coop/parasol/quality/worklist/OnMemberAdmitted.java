package coop.parasol.quality.worklist;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Auditors plan their journeys by the places of the producers. */
@ApplicationScoped
public class OnMemberAdmitted implements Handler<MemberAdmitted> {

    private final ProducerPlaces places;

    OnMemberAdmitted(ProducerPlaces places) {
        this.places = places;
    }

    @Override
    public void on(MemberAdmitted event, Envelope envelope) {
        places.store(event.memberId(), event.place());
    }
}
