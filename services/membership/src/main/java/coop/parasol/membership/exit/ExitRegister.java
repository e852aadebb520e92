package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.exit.rules.ExitState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What other features may read of exits. */
@ApplicationScoped
public class ExitRegister {

    private final ExitSteps steps;
    private final FirmClock clock;
    private final FirmCurrency currency;

    ExitRegister(ExitSteps steps, FirmClock clock, FirmCurrency currency) {
        this.steps = steps;
        this.clock = clock;
        this.currency = currency;
    }

    public Optional<ExitView> view(UUID exitId) {
        return ExitCase.<ExitCase>findByIdOptional(exitId).map(exit -> ExitView.of(exit, currency));
    }

    public Optional<ExitTimeline> timeline(UUID exitId) {
        return ExitCase.<ExitCase>findByIdOptional(exitId)
                .map(exit -> ExitTimeline.of(exit, steps.of(exitId), clock, currency));
    }

    /** Whether the member's share is cancelled and its settlement not yet paid in full. */
    public boolean isOwedSettlement(UUID memberId) {
        return ExitCase.count("memberId = ?1 and state = ?2", memberId, ExitState.VALUED) > 0;
    }
}
