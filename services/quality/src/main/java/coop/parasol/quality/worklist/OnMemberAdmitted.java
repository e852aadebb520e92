package coop.parasol.quality.worklist;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Auditors plan their journeys by the places of the producers. */
@ApplicationScoped
public class OnMemberAdmitted implements Handler<MemberAdmitted> {

    private final ProducerPlaces places;

    OnMemberAdmitted(ProducerPlaces places) {
        this.places = places;
    }

    @Override
    public void on(MemberAdmitted event, Envelope envelope) {
        onAll(List.of(new Received<>(event, envelope)));
    }

    @Override
    public boolean takesSets() {
        return true;
    }

    @Override
    public void onAll(List<Received<MemberAdmitted>> events) {
        places.admitted(events.stream().map(Received::event).toList());
    }
}
