package coop.parasol.portal.pricing;

import coop.parasol.portal.client.Listed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Prices in force, and the statements of settled pools. */
@Path("pricing")
@Blocking
final class PricePages {

    private static final int PAGE = 100;
    private static final int KNOWN = 200;

    private final PricingClient pricing;

    PricePages(@RestClient PricingClient pricing) {
        this.pricing = pricing;
    }

    @CheckedTemplate(basePath = "pricing")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance prices(
                Listed<PricingClient.Price> prices, Codes known, String product, String tier, String more);

        static native TemplateInstance statements(Listed<PricingClient.Statement> statements);
    }

    /** The products and tiers that have prices in force, to choose from. */
    record Codes(List<String> products, List<String> tiers) {

        static Codes of(List<PricingClient.Price> prices) {
            return new Codes(
                    prices.stream()
                            .map(PricingClient.Price::product)
                            .distinct()
                            .sorted()
                            .toList(),
                    prices.stream()
                            .map(PricingClient.Price::tier)
                            .filter(Objects::nonNull)
                            .distinct()
                            .sorted()
                            .toList());
        }

        /** The code that was typed in capitals or not; what was typed if there is none. */
        static String asWritten(List<String> codes, String typed) {
            return codes.stream().filter(typed::equalsIgnoreCase).findFirst().orElse(typed);
        }
    }

    @GET
    @Path("prices")
    public TemplateInstance prices(
            @QueryParam("product") @Nullable String product,
            @QueryParam("tier") @Nullable String tier,
            @QueryParam("after") @Nullable String after) {
        String ofProduct = product == null ? "" : product.strip();
        String ofTier = tier == null ? "" : tier.strip();
        Codes known = Codes.of(pricing.prices(null, null, null, KNOWN).items());
        ofProduct = Codes.asWritten(known.products(), ofProduct);
        ofTier = Codes.asWritten(known.tiers(), ofTier);
        return Templates.prices(
                pricing.prices(ofProduct.isEmpty() ? null : ofProduct, ofTier.isEmpty() ? null : ofTier, after, PAGE),
                known,
                ofProduct,
                ofTier,
                "/pricing/prices?product=" + encoded(ofProduct) + "&tier=" + encoded(ofTier) + "&");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @GET
    @Path("statements")
    public TemplateInstance statements(@QueryParam("after") @Nullable String after) {
        return Templates.statements(pricing.statements(after, PAGE));
    }
}
