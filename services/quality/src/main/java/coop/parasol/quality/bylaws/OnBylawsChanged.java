package coop.parasol.quality.bylaws;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.quality.batch.CorrectionTimeBylaw;
import coop.parasol.quality.inspection.ClaimDaysBylaw;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The members have changed their bylaws: stores how long claims of lots hold, and how long reports are corrected, from then on. Claims and
 * reports that were made before keep their time.
 */
@ApplicationScoped
public class OnBylawsChanged implements Handler<BylawsChanged> {

    private final ClaimDaysBylaw claimDays;
    private final CorrectionTimeBylaw correctionTime;

    OnBylawsChanged(ClaimDaysBylaw claimDays, CorrectionTimeBylaw correctionTime) {
        this.claimDays = claimDays;
        this.correctionTime = correctionTime;
    }

    @Override
    public void on(BylawsChanged event, Envelope envelope) {
        @Nullable String days = event.changes().get(ClaimDaysBylaw.NAME);
        if (days != null) {
            claimDays.change(event.version(), event.effectiveFrom(), Integer.parseInt(days));
        }
        @Nullable String minutes = event.changes().get(CorrectionTimeBylaw.NAME);
        if (minutes != null) {
            correctionTime.change(event.version(), event.effectiveFrom(), Integer.parseInt(minutes));
        }
    }
}
