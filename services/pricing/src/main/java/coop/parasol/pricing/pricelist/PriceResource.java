package coop.parasol.pricing.pricelist;

import coop.parasol.pricing.Firm;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Published prices, for everybody of the firm and its partners. */
@Path("/prices")
@Tag(name = "Prices")
public class PriceResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final Firm firm;

    PriceResource(Firm firm) {
        this.firm = firm;
    }

    @GET
    @Authenticated
    @Transactional
    @Operation(summary = "Prices in force and to come, of one product or tier or of all")
    public Page<PriceView> list(
            @QueryParam("product") @DefaultValue("") String product,
            @QueryParam("tier") @DefaultValue("") String tier,
            @BeanParam @Valid PageQuery query) {
        return Page.of(
                        Price.inForce(product, tier, firm.now(), query.afterId().orElse(FIRST), query.fetch()),
                        query.limit,
                        price -> price.id.toString())
                .map(price -> PriceView.of(price, firm));
    }
}
