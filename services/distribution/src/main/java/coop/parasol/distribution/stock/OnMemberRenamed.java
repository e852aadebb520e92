package coop.parasol.distribution.stock;

import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores the name by which a producer goes from now on. */
@ApplicationScoped
public class OnMemberRenamed implements Handler<MemberRenamed> {

    private final ProducerRepository producers;

    OnMemberRenamed(ProducerRepository producers) {
        this.producers = producers;
    }

    @Override
    public void on(MemberRenamed event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<MemberRenamed>> events) {
        producers.renamed(events.stream().map(Received::event).toList());
    }
}
