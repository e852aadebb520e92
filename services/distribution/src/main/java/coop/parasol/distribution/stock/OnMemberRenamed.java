package coop.parasol.distribution.stock;

import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores the name by which a producer goes from now on. */
@ApplicationScoped
public class OnMemberRenamed implements Handler<MemberRenamed> {

    private final ProducerRepository producers;

    OnMemberRenamed(ProducerRepository producers) {
        this.producers = producers;
    }

    @Override
    public void on(MemberRenamed event, Envelope envelope) {
        producers.setName(event.memberId(), event.name());
    }
}
