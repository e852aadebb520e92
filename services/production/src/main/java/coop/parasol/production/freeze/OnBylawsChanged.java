package coop.parasol.production.freeze;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The members have changed their bylaws: stores for how many weeks commitments are frozen from then on. What is frozen stays so. */
@ApplicationScoped
public class OnBylawsChanged implements Handler<BylawsChanged> {

    private final FreezeBylaw freezeWeeks;

    OnBylawsChanged(FreezeBylaw freezeWeeks) {
        this.freezeWeeks = freezeWeeks;
    }

    @Override
    public void on(BylawsChanged event, Envelope envelope) {
        @Nullable String weeks = event.changes().get(FreezeBylaw.NAME);
        if (weeks != null) {
            freezeWeeks.change(event.version(), event.effectiveFrom(), Integer.parseInt(weeks));
        }
    }
}
