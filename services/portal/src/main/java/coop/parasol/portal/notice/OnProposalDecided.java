package coop.parasol.portal.notice;

import coop.parasol.contracts.GovernanceEvent.ProposalDecided;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Nobody is written to any more that a vote has begun which is over. */
@ApplicationScoped
public class OnProposalDecided implements SetHandler<ProposalDecided> {

    private final MakeNotices notices;

    OnProposalDecided(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<ProposalDecided>> events) {
        notices.of(events);
    }
}
