package coop.parasol.membership.exit;

import coop.parasol.membership.exit.rules.ExitState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    /** What has happened in an exit, oldest first. */
    public List<ExitTimeline.Taken> steps(UUID exitId) {
        return exitViews.steps(exitId);
    }

    /** For how many lots what the member had chosen is not done, and why. */
    public List<ExitTimeline.EndedGoods> goodsEnded(UUID exitId) {
        return exitViews.goodsEnded(exitId);
    }

    /** Whether the member's share is cancelled and its settlement not yet paid in full. */
    public boolean isOwedSettlement(UUID memberId) {
        return ExitCase.count("memberId = ?1 and state = ?2", memberId, ExitState.VALUED) > 0;
    }
}
