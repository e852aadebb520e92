package coop.parasol.portal.production;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.chart.BarChart;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What is ordered and forecast by week, what of it is committed, and what nobody makes yet. */
@Path("outlook")
@Blocking
final class OutlookPages {

    private static final int PAGE = 100;
    private static final int WEEKS = 12;

    private final ProductionClient production;
    private final Products products;
    private final Parts parts;

    OutlookPages(@RestClient ProductionClient production, Products products, Parts parts) {
        this.production = production;
        this.products = products;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance outlook(
                List<ProductOutlook> outlooks,
                List<LotQualityClient.Standard> products,
                String product,
                @Nullable String next,
                String more,
                @Nullable Period firstOpen);
    }

    /** One product's weeks and their picture. */
    record ProductOutlook(String code, String name, List<ProductionClient.Outlook> weeks, BarChart chart) {}

    /** Whether nothing can be committed for that week any more. */
    @TemplateExtension
    static boolean frozen(ProductionClient.Outlook week, @Nullable Period firstOpen) {
        return firstOpen != null && week.period().compareTo(firstOpen) < 0;
    }

    @GET
    public TemplateInstance show(
            @QueryParam("product") @Nullable String product, @QueryParam("after") @Nullable String after) {
        String wanted = product == null || product.isBlank() ? null : product.strip();
        Parts.Pending<List<LotQualityClient.Standard>> known = parts.start(products::all);
        Parts.Pending<ProductionClient.PlanningFreeze> freeze = parts.start(production::planningFreeze);
        Listed<ProductionClient.Outlook> outlook = production.outlook(wanted, after, PAGE);
        List<LotQualityClient.Standard> choices =
                known.await().isLoaded() ? known.await().value() : List.of();
        Map<String, String> names = choices.stream()
                .collect(Collectors.toMap(LotQualityClient.Standard::product, LotQualityClient.Standard::name));
        Map<String, List<ProductionClient.Outlook>> byProduct = outlook.items().stream()
                .collect(Collectors.groupingBy(
                        ProductionClient.Outlook::product, LinkedHashMap::new, Collectors.toList()));
        List<ProductOutlook> outlooks = byProduct.entrySet().stream()
                .map(each -> {
                    String name = names.getOrDefault(each.getKey(), each.getKey());
                    return new ProductOutlook(each.getKey(), name, each.getValue(), chart(name, each.getValue()));
                })
                .toList();
        String address = "/outlook?";
        if (wanted != null) {
            address = UriBuilder.fromPath("/outlook")
                            .queryParam("product", wanted)
                            .build()
                    + "&";
        }
        Part<ProductionClient.PlanningFreeze> open = freeze.await();
        return Templates.outlook(
                outlooks,
                choices,
                wanted == null ? "" : wanted,
                outlook.next(),
                address,
                open.isLoaded() ? open.value().firstOpen() : null);
    }

    private static BarChart chart(String name, List<ProductionClient.Outlook> weeks) {
        ProducerMessages words = Words.of(ProducerMessages.class);
        return BarChart.of(
                words.outlookPicture(name),
                words.ordersAndForecasts(),
                words.commitments(),
                ofAllGrades(weeks).stream().limit(WEEKS).toList());
    }

    /** The grades of a week together, in the order of the weeks. */
    private static List<BarChart.Entry> ofAllGrades(List<ProductionClient.Outlook> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(ProductionClient.Outlook::period, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(week -> new BarChart.Entry(
                        label(week.getKey()),
                        sum(week.getValue(), ProductionClient.Outlook::openOrders)
                                .add(sum(week.getValue(), ProductionClient.Outlook::forecasts)),
                        sum(week.getValue(), ProductionClient.Outlook::commitments)))
                .toList();
    }

    private static BigDecimal sum(
            List<ProductionClient.Outlook> lines, Function<ProductionClient.Outlook, Quantity> quantity) {
        return lines.stream().map(line -> quantity.apply(line).value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String label(Period week) {
        return Words.of(ProducerMessages.class).weekBrief(week.week());
    }
}
