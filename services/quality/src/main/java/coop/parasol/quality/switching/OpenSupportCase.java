package coop.parasol.quality.switching;

import coop.parasol.contracts.QualityEvent.SupportCaseOpened;
import coop.parasol.contracts.QualityEvent.SupportReason;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Asks for help for a producer that does not make a product well enough by itself. */
@ApplicationScoped
public class OpenSupportCase {

    private final Outbox outbox;
    private final FirmClock clock;

    OpenSupportCase(Outbox outbox, FirmClock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param batchId the batch that showed it
     * @param detail for people: what happened
     */
    public void open(InspectionSeries series, SupportReason reason, UUID batchId, String detail, Cause cause) {
        outbox.append(
                new SupportCaseOpened(
                        Ids.next(), series.memberId, series.product, reason, batchId, detail, clock.now()),
                cause);
    }
}
