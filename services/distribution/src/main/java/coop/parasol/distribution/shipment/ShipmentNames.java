package coop.parasol.distribution.shipment;

import coop.parasol.distribution.order.OrderRepository;
import coop.parasol.distribution.partner.PartnerNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the partners and orders of shipments are called, read once for a page of them. */
@ApplicationScoped
class ShipmentNames {

    private final PartnerNames partners;
    private final OrderRepository orders;

    ShipmentNames(PartnerNames partners, OrderRepository orders) {
        this.partners = partners;
        this.orders = orders;
    }

    ShipmentView.Names of(List<Shipment> shipments) {
        return new ShipmentView.Names(
                partners.of(
                        shipments.stream().map(shipment -> shipment.partnerId).toList()),
                orders.references(
                        shipments.stream().map(shipment -> shipment.orderId).toList()));
    }
}
