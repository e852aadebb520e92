package coop.parasol.portal.partner;

import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A partner's lists as tables. */
@ApplicationScoped
final class PartnerLists implements CsvLists {

    private final PartnerClient distribution;
    private final InvoiceClient invoices;
    private final ForecastClient forecasts;
    private final ComplaintClient quality;

    PartnerLists(
            @RestClient PartnerClient distribution,
            @RestClient ForecastClient forecasts,
            @RestClient InvoiceClient invoices,
            @RestClient ComplaintClient quality) {
        this.forecasts = forecasts;
        this.distribution = distribution;
        this.invoices = invoices;
        this.quality = quality;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(
                new CsvList<>(
                        "complaints",
                        ComplaintClient.Complaint.class,
                        (filter, after) -> quality.complaints(filter.text("state"), after, CsvList.PAGE)),
                new CsvList<>(
                        "orders",
                        PartnerClient.Order.class,
                        (filter, after) ->
                                distribution.orders(filter.text("state"), after, CsvList.PAGE, filter.text("sort"))),
                new CsvList<>(
                        "forecasts",
                        ForecastClient.Forecast.class,
                        (filter, after) -> forecasts.forecasts(after, CsvList.PAGE)),
                new CsvList<>(
                        "forecasts/every-week",
                        ForecastClient.StandingNeed.class,
                        (filter, after) -> forecasts.standingNeeds(after, CsvList.PAGE)),
                new CsvList<>(
                        "deliveries",
                        PartnerClient.Shipment.class,
                        (filter, after) -> distribution.shipments(
                                filter.text("state"), null, after, CsvList.PAGE, filter.text("sort"))),
                new CsvList<>(
                        "invoices",
                        InvoiceClient.Invoice.class,
                        (filter, after) -> invoices.invoices(
                                filter.text("kind"), filter.text("state"), after, CsvList.PAGE, filter.text("sort"))),
                new CsvList<>(
                        "recall-notices",
                        RecallNotice.class,
                        (filter, after) -> distribution.recallNotices(after, CsvList.PAGE)));
    }
}
