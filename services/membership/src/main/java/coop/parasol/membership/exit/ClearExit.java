package coop.parasol.membership.exit;

import coop.parasol.membership.Firm;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

/** One of the three services has nothing open of a leaving member; with the third, and notice over, the share is valued. */
@ApplicationScoped
class ClearExit {

    private final Firm firm;
    private final ValueExit valueExit;

    ClearExit(Firm firm, ValueExit valueExit) {
        this.firm = firm;
        this.valueExit = valueExit;
    }

    /** @param mark which service has cleared it; a clearance of a withdrawn exit changes nothing */
    void clear(UUID exitId, BiConsumer<ExitCase, Instant> mark, Cause cause) {
        firm.lock();
        ExitCase exit = ExitCase.lock(exitId).orElseThrow();
        if (exit.state != ExitState.ASKED) {
            return;
        }
        mark.accept(exit, firm.now());
        if (exit.isCleared()) {
            exit.state = ExitState.CLEARED;
            ExitCase.flush();
            valueExit.ifDue(exit, cause);
        }
    }
}
