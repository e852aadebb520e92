package coop.parasol.portal.notice;

import coop.parasol.contracts.MembershipEvent.MemberActivatedV2;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A member has a vote from now on. */
@ApplicationScoped
public class OnMemberActivated implements SetHandler<MemberActivatedV2> {

    private final Voters voters;

    OnMemberActivated(Voters voters) {
        this.voters = voters;
    }

    @Override
    public void onAll(List<Received<MemberActivatedV2>> events) {
        voters.activated(events.stream().map(Received::event).toList());
    }
}
