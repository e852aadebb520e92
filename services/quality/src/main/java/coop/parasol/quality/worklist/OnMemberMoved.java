package coop.parasol.quality.worklist;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The batches of a producer that moves await their inspection in its new place. */
@ApplicationScoped
public class OnMemberMoved implements SetHandler<MemberMoved> {

    private final ProducerPlaces places;

    OnMemberMoved(ProducerPlaces places) {
        this.places = places;
    }

    @Override
    public void onAll(List<Received<MemberMoved>> events) {
        places.moved(events.stream().map(Received::event).toList());
    }
}
