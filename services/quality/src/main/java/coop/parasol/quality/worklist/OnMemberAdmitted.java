package coop.parasol.quality.worklist;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.messaging.SetHandler;
import coop.parasol.quality.directory.ProducerNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Auditors plan their journeys by the places of the producers; people read of them by their names. */
@ApplicationScoped
public class OnMemberAdmitted implements SetHandler<MemberAdmitted> {

    private final ProducerPlaces places;
    private final ProducerNames names;

    OnMemberAdmitted(ProducerPlaces places, ProducerNames names) {
        this.places = places;
        this.names = names;
    }

    @Override
    public void onAll(List<Received<MemberAdmitted>> events) {
        List<MemberAdmitted> members = events.stream().map(Received::event).toList();
        places.admitted(members);
        names.admitted(members);
    }
}
