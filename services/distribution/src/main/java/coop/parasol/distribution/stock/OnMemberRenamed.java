package coop.parasol.distribution.stock;

import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores the name by which a producer goes from now on. */
@ApplicationScoped
public class OnMemberRenamed implements SetHandler<MemberRenamed> {

    private final ProducerRepository producers;

    OnMemberRenamed(ProducerRepository producers) {
        this.producers = producers;
    }

    @Override
    public void onAll(List<Received<MemberRenamed>> events) {
        producers.renamed(events.stream().map(Received::event).toList());
    }
}
