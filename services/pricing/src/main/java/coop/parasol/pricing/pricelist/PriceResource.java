package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: the published prices, for everybody who has an account in the firm. */
@Path("/prices")
@Tag(name = "Prices")
public class PriceResource {

    private final FirmClock clock;
    private final FirmCurrency currency;

    PriceResource(FirmClock clock, FirmCurrency currency) {
        this.clock = clock;
        this.currency = currency;
    }

    /**
     * A price of a list.
     *
     * @param minimumQuantity the smallest quantity of an order line that gets this price
     * @param validFrom absent in a draft that is to be valid as soon as it is published
     */
    public record PriceView(
            UUID priceId,
            String product,
            String grade,
            String tier,
            Quantity minimumQuantity,
            Money unitPrice,
            @Nullable Instant validFrom) {

        static PriceView of(Price price, FirmCurrency currency) {
            return new PriceView(
                    price.id,
                    price.product,
                    price.grade,
                    price.tier,
                    price.minimumQuantity(),
                    currency.money(price.unitPrice),
                    price.validFrom);
        }
    }

    @GET
    @Authenticated
    @Transactional
    @Operation(summary = "List the published prices that are valid now or later, of one product or tier or of all")
    public Page<PriceView> list(
            @QueryParam("product") @DefaultValue("") String product,
            @QueryParam("tier") @DefaultValue("") String tier,
            @BeanParam @Valid PageQuery query) {
        return query.byId(
                        (after, maxRows) -> Price.inForce(product, tier, clock.now(), after, maxRows),
                        price -> price.id)
                .map(price -> PriceView.of(price, currency));
    }
}
