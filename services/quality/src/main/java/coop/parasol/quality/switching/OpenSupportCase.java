package coop.parasol.quality.switching;

import coop.parasol.contracts.QualityEvent.SupportCaseOpened;
import coop.parasol.contracts.QualityEvent.SupportReason;
import coop.parasol.contracts.RejectedClass;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
     * The batch that showed it.
     *
     * @param rejectedBy the defect classes that reject it; null where that alone has not led to the case
     */
    public record Shown(UUID batchId, String lot, @Nullable List<RejectedClass> rejectedBy) {}

    /** @param detail for people: what happened */
    public void open(InspectionSeries series, SupportReason reason, Shown by, String detail, Cause cause) {
        outbox.append(
                new SupportCaseOpened(
                        Ids.next(),
                        series.memberId,
                        series.product,
                        reason,
                        by.batchId(),
                        by.lot(),
                        detail,
                        by.rejectedBy(),
                        clock.now()),
                cause);
    }
}
