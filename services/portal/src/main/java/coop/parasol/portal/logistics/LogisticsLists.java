package coop.parasol.portal.logistics;

import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The logistics desk's lists as tables. */
@ApplicationScoped
final class LogisticsLists implements CsvLists {

    private final LogisticsClient logistics;
    private final LeavingGoodsClient goods;

    LogisticsLists(@RestClient LogisticsClient logistics, @RestClient LeavingGoodsClient goods) {
        this.logistics = logistics;
        this.goods = goods;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(
                new CsvList<>(
                        "logistics/orders",
                        LogisticsClient.Order.class,
                        (filter, after) -> logistics.orders(
                                after,
                                CsvList.PAGE,
                                filter.text("partner"),
                                filter.text("state"),
                                filter.text("reference"),
                                filter.text("sort"))),
                new CsvList<>(
                        "logistics/shipments",
                        LogisticsClient.Shipment.class,
                        (filter, after) -> logistics.shipments(
                                after,
                                CsvList.PAGE,
                                filter.text("state"),
                                filter.text("sscc"),
                                filter.text("reference"),
                                filter.text("sort"))),
                new CsvList<>(
                        "logistics/stock",
                        LogisticsClient.Batch.class,
                        (filter, after) -> logistics.stock(
                                after,
                                CsvList.PAGE,
                                filter.text("product"),
                                filter.text("lot"),
                                filter.text("certificateState"),
                                filter.text("sort"))),
                new CsvList<>(
                        "logistics/partners",
                        LogisticsClient.Partner.class,
                        (filter, after) -> logistics.partners(after, CsvList.PAGE, filter.text("sort"))),
                new CsvList<>(
                        "logistics/leaving",
                        LeavingGoodsClient.Leaving.class,
                        (filter, after) -> goods.leaving(after, CsvList.PAGE)));
    }
}
