package coop.parasol.portal.notice;

import coop.parasol.contracts.EquityEvent.ExitValued;
import coop.parasol.messaging.SetHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The member is told what its share is worth; it has no vote any more. */
@ApplicationScoped
public class OnExitValued implements SetHandler<ExitValued> {

    private final MakeNotices notices;
    private final Voters voters;

    OnExitValued(MakeNotices notices, Voters voters) {
        this.notices = notices;
        this.voters = voters;
    }

    @Override
    public void onAll(List<Received<ExitValued>> events) {
        notices.of(events);
        voters.valued(events.stream().map(Received::event).toList());
    }
}
