package coop.parasol.distribution.shipment;

import coop.parasol.web.WaitingKind;
import coop.parasol.web.WaitingRows;
import jakarta.inject.Singleton;

/** Shipments that have not arrived, as far as the desk knows. */
@Singleton
class ShipmentsUnderWay extends WaitingKind {

    ShipmentsUnderWay(WaitingRows rows) {
        super(rows, "SHIPMENT_UNDER_WAY", "logistics-desk", """
                select shipment_id as id, dispatched_at as since from shipment where state = 'DISPATCHED'
                """);
    }
}
