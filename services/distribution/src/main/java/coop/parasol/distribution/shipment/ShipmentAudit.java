package coop.parasol.distribution.shipment;

import coop.parasol.distribution.CombinedStatement.Part;

/** All goods in shipments, for the audit that adds everything up again. */
public final class ShipmentAudit {

    private ShipmentAudit() {}

    /** What was shipped of each batch. Columns: batch_id, quantity. */
    public static Part shippedBatches(String name) {
        return new Part(
                name,
                "select batch_id, sum(quantity) as quantity from shipped_goods group by batch_id",
                statement -> {});
    }
}
