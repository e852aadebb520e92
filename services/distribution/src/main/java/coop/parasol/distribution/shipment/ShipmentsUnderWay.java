package coop.parasol.distribution.shipment;

import coop.parasol.web.WaitingRows;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Shipments that have not arrived, as far as the desk knows. */
@ApplicationScoped
class ShipmentsUnderWay implements WaitingWork {

    private static final String ROLE = "logistics-desk";

    private static final String SHIPMENT_UNDER_WAY = """
            select shipment_id as id, dispatched_at as since from shipment where state = 'DISPATCHED'
            """;

    private final WaitingRows rows;

    ShipmentsUnderWay(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public String role() {
        return ROLE;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return List.of(rows.waiting("SHIPMENT_UNDER_WAY", ROLE, SHIPMENT_UNDER_WAY, Map.of()));
    }
}
