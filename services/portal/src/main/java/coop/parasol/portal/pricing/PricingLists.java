package coop.parasol.portal.pricing;

import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The pricing desk's lists as tables. */
@ApplicationScoped
final class PricingLists implements CsvLists {

    private final PricingClient pricing;
    private final AdvanceRateClient rates;
    private final PoolClosingClient closings;

    PricingLists(
            @RestClient PricingClient pricing,
            @RestClient AdvanceRateClient rates,
            @RestClient PoolClosingClient closings) {
        this.pricing = pricing;
        this.rates = rates;
        this.closings = closings;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(
                new CsvList<>(
                        "pricing/prices",
                        PricingClient.Price.class,
                        (filter, after) ->
                                pricing.prices(filter.text("product"), filter.text("tier"), after, CsvList.PAGE)),
                new CsvList<>(
                        "pricing/lists",
                        PricingClient.PriceList.class,
                        (filter, after) -> pricing.lists(filter.text("state"), after, CsvList.PAGE)),
                new CsvList<>(
                        "pricing/settlements",
                        PricingClient.Settlement.class,
                        (filter, after) ->
                                pricing.settlements(filter.text("state"), after, CsvList.PAGE, filter.text("sort"))),
                new CsvList<>(
                        "pricing/closings",
                        PoolClosingClient.Closing.class,
                        (filter, after) -> closings.closings(filter.text("state"), after, CsvList.PAGE)),
                new CsvList<>(
                        "pricing/statements",
                        PricingClient.Statement.class,
                        (filter, after) -> pricing.statements(after, CsvList.PAGE)),
                new CsvList<>(
                        "pricing/advances",
                        AdvanceRateClient.Rate.class,
                        (filter, after) -> rates.rates(null, after, CsvList.PAGE)));
    }
}
