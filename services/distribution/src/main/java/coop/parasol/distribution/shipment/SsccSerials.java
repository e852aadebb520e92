package coop.parasol.distribution.shipment;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Counts the firm's shipping units from 1; a dispatch that fails leaves a gap, which GS1 allows. */
@ApplicationScoped
class SsccSerials {

    private final Jdbi jdbi;

    SsccSerials(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    long next() {
        return jdbi.withHandle(handle -> handle.createQuery("select nextval('sscc_serial')")
                .mapTo(Long.class)
                .one());
    }
}
