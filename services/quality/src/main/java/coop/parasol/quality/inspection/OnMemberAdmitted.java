package coop.parasol.quality.inspection;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Auditors plan their ways by the towns of the producers. */
@ApplicationScoped
public class OnMemberAdmitted implements Handler<MemberAdmitted> {

    private final Places places;

    OnMemberAdmitted(Places places) {
        this.places = places;
    }

    @Override
    public void on(MemberAdmitted event, Envelope envelope) {
        places.know(event.memberId(), event.place());
    }
}
