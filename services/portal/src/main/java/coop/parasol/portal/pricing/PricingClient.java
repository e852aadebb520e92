package coop.parasol.portal.pricing;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The service pricing, as far as the desk's pages need it. */
@RegisterRestClient(configKey = "pricing")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface PricingClient {

    /** A published or drafted price, for a tier, a group of partners or one partner. */
    record Price(
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

        /** Whom it is for, in one cell. */
        public String buyers() {
            if (partnerId != null) {
                return partnerId.toString();
            }
            return Objects.requireNonNullElse(tier == null ? partnerGroup : tier, "");
        }
    }

    /** A change of the prices in force as it was typed, numbers where they are some: the service says what is wrong with it. */
    record NewPriceChange(
            @Nullable Object percent,
            @Nullable Object grid,
            @Nullable String product,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable String partnerId,
            @Nullable String belowCostReason) {}

    /** Prices that are published together. */
    record PriceList(
            UUID priceListId,
            String state,
            String draftedBy,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant publishedAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt,
            @Nullable String belowCostReason,
            @Nullable List<Price> prices,
            @Nullable List<Differential> differentials,
            @Nullable List<UnitCost> standardCosts) {}

    /** What a unit of a grade costs by standard. */
    record UnitCost(String product, String grade, UnitPrice unitCost) {}

    /** The same as it was typed: the service says what is wrong with it. */
    record NewUnitCost(
            @Nullable String product,
            @Nullable String grade,
            @Nullable SumPer unitCost) {}

    /** A price as it was typed, for so many units. */
    record SumPer(
            @Nullable String amount,
            @Nullable String currency,
            @Nullable Integer per) {}

    /** By how much a grade counts more or less than another. */
    record Differential(String product, String grade, BigDecimal factor) {}

    /** A price list to be drafted; in the place of a line that could not be read there is null, which the service refuses. */
    record NewPriceList(
            List<@Nullable NewPrice> prices,
            List<@Nullable Differential> differentials,
            List<@Nullable NewUnitCost> standardCosts,
            @Nullable List<String> newTiers,
            @Nullable String belowCostReason) {}

    /** A price to be drafted. */
    record NewPrice(
            @Nullable String product,
            @Nullable String grade,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable UUID partnerId,
            @Nullable Measure minimumQuantity,
            @Nullable SumPer unitPrice,
            @Nullable String validFrom,
            @Nullable String validUntil) {}

    /** A quantity as it was typed: the service says what is wrong with it. */
    record Measure(@Nullable String value, @Nullable String unit) {}

    /** An amount as it was typed: the service says what is wrong with it. */
    record Sum(@Nullable String amount, @Nullable String currency) {}

    /** The division of a pool. */
    record Settlement(
            UUID settlementId,
            UUID poolId,
            String product,
            Period period,
            int number,
            String state,
            String draftedBy,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant settledAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt,
            Money receipts,
            int marginShare,
            Money margin,
            Money costs,
            @Nullable List<Cost> costItems,
            Money carryIn,
            String equivalents,
            UnitPrice poolPrice,
            Money paidBefore,
            Money paidOut,
            Money charged,
            List<Payout> payouts,
            Money carryOut,
            List<Late> late,
            PoolClosingClient.@Nullable Closing closing,
            @Nullable Late waiting) {

        /** Whether more has come in since the pool was settled first. */
        public boolean isSupplement() {
            return number > 1;
        }
    }

    /** What a settlement divides of a closed pool. */
    record Late(
            UUID poolId, Period period, Money receipts, Money margin, Money payouts, Money charges, Money carryOut) {}

    /** A cost that a pool bears, with the document that proves it. */
    record Cost(String description, String evidence, Money amount) {}

    /** What a producer is paid of a pool. */
    record Payout(
            UUID memberId,
            @Nullable String memberName,
            List<PayoutLine> lines,
            Money earned,
            Money paidBefore,
            Money gross,
            Money charged,
            Money advances,
            Money payable,
            Money salesValue) {}

    /** What of it is for one grade. */
    record PayoutLine(String grade, Quantity quantity, BigDecimal factor, BigDecimal equivalents, Money earned) {}

    /** A pool to be settled, with the costs that are recovered from it. */
    record NewSettlement(@Nullable String product, @Nullable String period, List<NewCost> costs) {}

    /** A cost as it was typed: the service says what is wrong with it. */
    record NewCost(
            @Nullable String description,
            @Nullable String evidence,
            @Nullable Sum amount) {}

    /** A producer's statement of a pool. */
    record Statement(
            UUID settlementId,
            UUID poolId,
            UUID memberId,
            @Nullable String memberName,
            String product,
            Period period,
            List<PayoutLine> lines,
            Money earned,
            Money paidBefore,
            Money gross,
            Money charged,
            Money advances,
            Money payable,
            Money salesValue) {}

    @GET
    @Path("prices")
    Listed<Price> prices(
            @QueryParam("product") @Nullable String product,
            @QueryParam("tier") @Nullable String tier,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("price-lists")
    Listed<PriceList> lists(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);

    @GET
    @Path("price-lists/{priceListId}")
    PriceList list(@PathParam("priceListId") UUID priceListId);

    @POST
    @Path("price-lists")
    PriceList draftList(@HeaderParam("Idempotency-Key") String key, NewPriceList newPriceList);

    @POST
    @Path("price-lists/changes")
    PriceList changePrices(@HeaderParam("Idempotency-Key") String key, NewPriceChange change);

    @DELETE
    @Path("price-lists/{priceListId}")
    PriceList withdrawList(@PathParam("priceListId") UUID priceListId);

    @POST
    @Path("price-lists/{priceListId}/approval")
    PriceList publish(@PathParam("priceListId") UUID priceListId, @HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("settlements")
    Listed<Settlement> settlements(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("settlements/{settlementId}")
    Settlement settlement(@PathParam("settlementId") UUID settlementId);

    @POST
    @Path("settlements")
    Settlement draftSettlement(@HeaderParam("Idempotency-Key") String key, NewSettlement newSettlement);

    @POST
    @Path("settlements/{settlementId}/approval")
    Settlement settle(@PathParam("settlementId") UUID settlementId, @HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("statements")
    Listed<Statement> statements(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);
}
