package coop.parasol.membership.exit;

import coop.parasol.membership.Firm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Exits as other features read them. */
@ApplicationScoped
public class Exits {

    private final Steps steps;
    private final Firm firm;

    Exits(Steps steps, Firm firm) {
        this.steps = steps;
        this.firm = firm;
    }

    public Optional<ExitView> view(UUID exitId) {
        return ExitCase.<ExitCase>findByIdOptional(exitId).map(exit -> ExitView.of(exit, firm));
    }

    public Optional<ExitTimeline> timeline(UUID exitId) {
        return ExitCase.<ExitCase>findByIdOptional(exitId).map(exit -> ExitTimeline.of(exit, steps.of(exitId), firm));
    }
}
