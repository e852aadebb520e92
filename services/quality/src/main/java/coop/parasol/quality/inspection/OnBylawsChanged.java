package coop.parasol.quality.inspection;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The members have changed their bylaws: stores how long claims of lots hold from then on. Claims that were made before keep their days. */
@ApplicationScoped
public class OnBylawsChanged implements Handler<BylawsChanged> {

    private final ClaimDaysBylaw claimDays;

    OnBylawsChanged(ClaimDaysBylaw claimDays) {
        this.claimDays = claimDays;
    }

    @Override
    public void on(BylawsChanged event, Envelope envelope) {
        @Nullable String days = event.changes().get(ClaimDaysBylaw.NAME);
        if (days != null) {
            claimDays.change(event.version(), event.effectiveFrom(), Integer.parseInt(days));
        }
    }
}
