package coop.parasol.pricing.directory;

import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores the name by which a producer goes from now on. */
@ApplicationScoped
public class OnMemberRenamed implements Handler<MemberRenamed> {

    private final ProducerNames names;

    OnMemberRenamed(ProducerNames names) {
        this.names = names;
    }

    @Override
    public void on(MemberRenamed event, Envelope envelope) {
        names.renamed(List.of(event));
    }
}
