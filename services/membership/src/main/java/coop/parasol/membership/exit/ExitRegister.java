package coop.parasol.membership.exit;

import coop.parasol.membership.exit.rules.ExitState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What other features may read of exits. */
@ApplicationScoped
public class ExitRegister {

    private final ExitViews exitViews;

    ExitRegister(ExitViews exitViews) {
        this.exitViews = exitViews;
    }

    public Optional<ExitView> view(UUID exitId) {
        return ExitCase.<ExitCase>findByIdOptional(exitId).map(exitViews::of);
    }

    public Optional<ExitTimeline> timeline(UUID exitId) {
        return ExitCase.<ExitCase>findByIdOptional(exitId).map(exitViews::timeline);
    }

    /** Whether the member's share is cancelled and its settlement not yet paid in full. */
    public boolean isOwedSettlement(UUID memberId) {
        return ExitCase.count("memberId = ?1 and state = ?2", memberId, ExitState.VALUED) > 0;
    }
}
