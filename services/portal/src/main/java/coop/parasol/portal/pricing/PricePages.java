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
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Prices in force, and the statements of settled pools. */
@Path("pricing")
@Blocking
final class PricePages {

    private static final int PAGE = 100;

    private final PricingClient pricing;

    PricePages(@RestClient PricingClient pricing) {
        this.pricing = pricing;
    }

    @CheckedTemplate(basePath = "pricing")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance prices(
                Listed<PricingClient.Price> prices, String product, String tier, String more);

        static native TemplateInstance statements(Listed<PricingClient.Statement> statements);
    }

    @GET
    @Path("prices")
    public TemplateInstance prices(
            @QueryParam("product") @Nullable String product,
            @QueryParam("tier") @Nullable String tier,
            @QueryParam("after") @Nullable String after) {
        String ofProduct = product == null ? "" : product.strip();
        String ofTier = tier == null ? "" : tier.strip();
        return Templates.prices(
                pricing.prices(ofProduct.isEmpty() ? null : ofProduct, ofTier.isEmpty() ? null : ofTier, after, PAGE),
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
