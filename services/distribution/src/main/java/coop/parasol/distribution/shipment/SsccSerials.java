package coop.parasol.distribution.shipment;

import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.Event;
import coop.parasol.distribution.shipment.rules.Sscc;
import coop.parasol.firm.FoundedFirm;
import coop.parasol.messaging.RestoredCounters;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Counts the firm's shipping units from 1; a dispatch that fails leaves a gap, which GS1 allows. */
@ApplicationScoped
public class SsccSerials implements RestoredCounters {

    private final Jdbi jdbi;
    private final FoundedFirm firm;

    SsccSerials(Jdbi jdbi, FoundedFirm firm) {
        this.jdbi = jdbi;
        this.firm = firm;
    }

    long next() {
        return jdbi.withHandle(handle -> handle.createQuery("select nextval('sscc_serial')")
                .mapTo(Long.class)
                .one());
    }

    /** After a restore: no serial is given again that is on a shipping unit which only the topics still have. */
    @Override
    public void raiseAbove(Event event) {
        if (event instanceof ShipmentDispatched dispatched) {
            long serial = Sscc.serial(firm.settings().gs1CompanyPrefix(), dispatched.sscc());
            jdbi.useHandle(handle -> handle.createQuery(
                            "select setval('sscc_serial', greatest(:serial, last_value)) from sscc_serial")
                    .bind("serial", serial)
                    .mapTo(Long.class)
                    .one());
        }
    }
}
