package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A service has nothing open of a leaving member any more; with the third, and notice over, the share is valued. */
@ApplicationScoped
class ClearExit {

    private final FirmClock clock;
    private final ShareCount shareCount;
    private final BindExit bindExit;
    private final ExitSteps steps;

    ClearExit(FirmClock clock, ShareCount shareCount, BindExit bindExit, ExitSteps steps) {
        this.clock = clock;
        this.shareCount = shareCount;
        this.bindExit = bindExit;
        this.steps = steps;
    }

    /** @param clearance by which service; repeated, or for a withdrawn exit, it changes nothing */
    void clear(UUID exitId, Clearance clearance, Cause cause) {
        shareCount.lock();
        ExitCase exit = ExitCase.lock(exitId).orElseThrow();
        bindExit.bindIfDue(exit, cause);
        if ((exit.state != ExitState.REQUESTED && exit.state != ExitState.BINDING)
                || !exit.clear(clearance, clock.now())) {
            return;
        }
        steps.record(exit.id, clearance.step(), null, null, cause);
        ExitCase.flush();
        bindExit.bindIfDue(exit, cause);
    }
}
