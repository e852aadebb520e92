package coop.parasol.portal.pricing;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What a draft of prices changes, at the service pricing. */
@RegisterRestClient(configKey = "pricing")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/price-lists")
public interface PriceComparisonClient {

    /** A draft beside the prices in force, and beside the settled pools of the last 52 weeks. */
    record Comparison(UUID priceListId, List<ComparedPrice> prices, List<ComparedPool> pools) {}

    /** What a settled pool has paid, and would have paid by the draft; {@code repriced} is the quantity that the draft has a price for. */
    record ComparedPool(
            String product,
            Period period,
            Quantity quantity,
            Quantity repriced,
            Money receiptsBefore,
            Money receiptsAfter,
            List<ComparedGrade> grades) {}

    /** What producers have got for a unit of a grade, and would have got. */
    record ComparedGrade(
            String grade,
            UnitPrice before,
            UnitPrice after,
            @Nullable BigDecimal percent) {}

    /** A price of the draft, or one in force that it leaves as it is. */
    record ComparedPrice(
            String kind,
            String product,
            String grade,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable UUID partnerId,
            Quantity minimumQuantity,
            @Nullable UnitPrice before,
            @Nullable UnitPrice after,
            @Nullable BigDecimal percent) {

        /** Whom it is for, in one cell. */
        public String buyers() {
            if (partnerId != null) {
                return partnerId.toString();
            }
            return Objects.requireNonNullElse(tier == null ? partnerGroup : tier, "");
        }
    }

    @GET
    @Path("{priceListId}/comparison")
    Comparison comparison(@PathParam("priceListId") UUID priceListId);
}
