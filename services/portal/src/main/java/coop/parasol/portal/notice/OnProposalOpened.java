package coop.parasol.portal.notice;

import coop.parasol.contracts.GovernanceEvent.ProposalOpened;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Each member with a vote is told that it has begun. */
@ApplicationScoped
public class OnProposalOpened implements SetHandler<ProposalOpened> {

    private final MakeNotices notices;

    OnProposalOpened(MakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void onAll(List<Received<ProposalOpened>> events) {
        notices.of(events);
    }
}
