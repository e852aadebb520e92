package coop.parasol.production.bylaws;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Handler;
import coop.parasol.production.freeze.FreezeBylaw;
import coop.parasol.production.sharing.OriginatorShareBylaw;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Keeps what the members have decided about planning: how long it is frozen, and what who shares an order keeps of it. */
@ApplicationScoped
public class OnBylawsChanged implements Handler<BylawsChanged> {

    private final FreezeBylaw freezeWeeks;
    private final OriginatorShareBylaw originatorShare;

    OnBylawsChanged(FreezeBylaw freezeWeeks, OriginatorShareBylaw originatorShare) {
        this.freezeWeeks = freezeWeeks;
        this.originatorShare = originatorShare;
    }

    @Override
    public void on(BylawsChanged event, Envelope envelope) {
        @Nullable String weeks = event.changes().get(FreezeBylaw.NAME);
        if (weeks != null) {
            freezeWeeks.change(event.version(), event.effectiveFrom(), Integer.parseInt(weeks));
        }
        @Nullable String share = event.changes().get(OriginatorShareBylaw.NAME);
        if (share != null) {
            originatorShare.change(event.version(), event.effectiveFrom(), Integer.parseInt(share));
        }
    }
}
