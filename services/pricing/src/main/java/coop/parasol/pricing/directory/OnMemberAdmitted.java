package coop.parasol.pricing.directory;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores the name of a firm that may become a producer. */
@ApplicationScoped
public class OnMemberAdmitted implements SetHandler<MemberAdmitted> {

    private final ProducerNames names;

    OnMemberAdmitted(ProducerNames names) {
        this.names = names;
    }

    @Override
    public void onAll(List<Received<MemberAdmitted>> events) {
        names.admitted(events.stream().map(Received::event).toList());
    }
}
