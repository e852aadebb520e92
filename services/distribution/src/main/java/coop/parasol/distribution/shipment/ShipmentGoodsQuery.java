package coop.parasol.distribution.shipment;

import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.distribution.shipment.ShipmentView.ShipmentGoods;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.firm.FirmCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The goods of a shipment with the numbers of their certificates. */
@ApplicationScoped
class ShipmentGoodsQuery {

    private final BatchRepository batches;
    private final FirmCurrency currency;

    ShipmentGoodsQuery(BatchRepository batches, FirmCurrency currency) {
        this.batches = batches;
        this.currency = currency;
    }

    List<ShipmentGoods> of(Shipment shipment) {
        List<ShippedGoods> goods = shipment.shipped(currency);
        Map<UUID, String> numbers = batches.certificateNumbers(
                goods.stream().map(ShippedGoods::batchId).distinct().toList());
        return goods.stream().map(part -> ShipmentGoods.of(part, numbers)).toList();
    }
}
