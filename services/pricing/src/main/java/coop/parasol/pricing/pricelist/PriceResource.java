package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import jakarta.annotation.security.RolesAllowed;
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

/** REST: the published prices, for the desks; a partner sees its own in the catalogue of distribution. */
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
     * A price of a list. It is for a tier, for a group of partners or for one partner: one of the three is present.
     *
     * @param partnerId the one partner that it was agreed with
     * @param minimumQuantity the smallest quantity of an order line that gets this price
     * @param unitPrice for one unit, or for 100 or 1,000
     * @param validFrom absent in a draft that is to be valid as soon as it is published
     * @param validUntil absent where its end is open
     */
    public record PriceView(
            UUID priceId,
            String product,
            String grade,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable UUID partnerId,
            Quantity minimumQuantity,
            UnitPrice unitPrice,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {

        static PriceView of(Price price, FirmCurrency currency) {
            return new PriceView(
                    price.id,
                    price.product,
                    price.grade,
                    price.tier,
                    price.partnerGroup,
                    price.partnerId,
                    price.minimumQuantity(),
                    price.unitPrice(currency),
                    price.validFrom,
                    price.validUntil);
        }
    }

    @GET
    @RolesAllowed({"pricing-desk", "logistics-desk", "treasurer"})
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
