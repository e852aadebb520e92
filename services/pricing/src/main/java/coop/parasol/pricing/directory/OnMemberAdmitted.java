package coop.parasol.pricing.directory;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores the name of a firm that may become a producer. */
@ApplicationScoped
public class OnMemberAdmitted implements Handler<MemberAdmitted> {

    private final ProducerNames names;

    OnMemberAdmitted(ProducerNames names) {
        this.names = names;
    }

    @Override
    public void on(MemberAdmitted event, Envelope envelope) {
        names.store(event.memberId(), event.name());
    }
}
