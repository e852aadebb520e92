package coop.parasol.distribution.stock;

import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores a producer's name, which the desk that buys a leaving member's goods is shown. */
@ApplicationScoped
public class OnMemberActivated implements SetHandler<MemberActivatedV2> {

    private final ProducerRepository producers;

    OnMemberActivated(ProducerRepository producers) {
        this.producers = producers;
    }

    @Override
    public void onAll(List<Received<MemberActivatedV2>> events) {
        producers.activated(events.stream().map(Received::event).toList());
    }
}
