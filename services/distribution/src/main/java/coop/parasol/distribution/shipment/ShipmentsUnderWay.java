package coop.parasol.distribution.shipment;

import coop.parasol.persistence.OldestRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Shipments that have not arrived, as far as the desk knows. */
@ApplicationScoped
class ShipmentsUnderWay implements WaitingWork {

    private static final String ROLE = "logistics-desk";

    private static final String SHIPMENT_UNDER_WAY = """
            select shipment_id as id, dispatched_at as since from shipment where state = 'DISPATCHED'
            """;

    private final Jdbi jdbi;

    ShipmentsUnderWay(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(waiting("SHIPMENT_UNDER_WAY", SHIPMENT_UNDER_WAY, Map.of()));
    }

    private Waiting waiting(String kind, String query, Map<String, ?> values) {
        OldestRows rows = OldestRows.of(jdbi, query, values);
        return new Waiting(kind, ROLE, rows.count(), rows.oldest(), rows.since());
    }
}
