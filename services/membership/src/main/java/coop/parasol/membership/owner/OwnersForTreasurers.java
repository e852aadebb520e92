package coop.parasol.membership.owner;

import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The same proposals about owners of firms for treasurers, who approve them as registrars do. */
@ApplicationScoped
class OwnersForTreasurers implements WaitingWork {

    private static final String ROLE = "treasurer";

    private final OwnersToApprove proposals;

    OwnersForTreasurers(OwnersToApprove proposals) {
        this.proposals = proposals;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return proposals.waitingFor(person, ROLE);
    }
}
