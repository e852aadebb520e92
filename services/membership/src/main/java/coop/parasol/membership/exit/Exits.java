package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Exits as other features read them. */
@ApplicationScoped
public class Exits {

    private final Steps steps;
    private final FirmClock clock;
    private final FirmCurrency currency;

    Exits(Steps steps, FirmClock clock, FirmCurrency currency) {
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
}
