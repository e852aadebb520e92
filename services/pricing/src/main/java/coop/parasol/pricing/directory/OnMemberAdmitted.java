package coop.parasol.pricing.directory;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores the name of a firm that may become a producer. */
@ApplicationScoped
public class OnMemberAdmitted implements Handler<MemberAdmitted> {

    private final ProducerNames names;

    OnMemberAdmitted(ProducerNames names) {
        this.names = names;
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
        names.admitted(events.stream().map(Received::event).toList());
    }
}
