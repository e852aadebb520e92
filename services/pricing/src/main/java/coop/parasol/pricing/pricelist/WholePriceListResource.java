package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.pricelist.PriceListResource.PriceListView;
import coop.parasol.pricing.pricelist.rules.PoolPriceComparison.ComparedPool;
import coop.parasol.pricing.pricelist.rules.PriceChange;
import coop.parasol.pricing.pricelist.rules.PriceComparison;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: price lists as a whole: changed by a percentage, and compared with what is in force. */
@Path("/price-lists")
@Tag(name = "Price lists")
@RolesAllowed("pricing-desk")
public class WholePriceListResource {

    private final ChangePrices changePrices;
    private final PricesInForce pricesInForce;
    private final ComparePoolPrices comparePoolPrices;
    private final PriceListResource priceLists;
    private final FirmCurrency currency;
    private final FirmClock clock;
    private final Caller caller;

    WholePriceListResource(
            ChangePrices changePrices,
            PricesInForce pricesInForce,
            ComparePoolPrices comparePoolPrices,
            PriceListResource priceLists,
            FirmCurrency currency,
            FirmClock clock,
            Caller caller) {
        this.changePrices = changePrices;
        this.pricesInForce = pricesInForce;
        this.comparePoolPrices = comparePoolPrices;
        this.priceLists = priceLists;
        this.currency = currency;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * A change of the prices in force. Without a tier, a group and a partner it is of the prices of all tiers.
     *
     * @param percent by which prices rise, or fall where it is negative
     * @param grid what every amount is rounded to a multiple of, half up, such as 0.05; absent for no grid
     * @param product of this one only; absent for all
     * @param validFrom absent, or in the past, for the moment of publication
     * @param belowCostReason why prices are below the standard cost; without it such a change is refused
     */
    public record NewPriceChange(
            @NotNull @DecimalMin("-99") @DecimalMax("1000") @Digits(integer = 4, fraction = 4) BigDecimal percent,

            @Nullable @DecimalMin("0.000001") @DecimalMax("1000000") @Digits(integer = 7, fraction = 6) BigDecimal grid,

            @Nullable @Size(min = 1, max = 50) String product,

            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,29}", message = "must be upper case such as RETAIL") String tier,

            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,29}", message = "must be upper case such as NORTHERN-CHAIN") String partnerGroup,

            @Nullable UUID partnerId,
            @Nullable Instant validFrom,
            @Nullable @Size(min = 1, max = 500) String belowCostReason) {

        private boolean isForOneKindOfBuyer() {
            return Stream.of(tier, partnerGroup, partnerId)
                            .filter(Objects::nonNull)
                            .count()
                    <= 1;
        }
    }

    /**
     * A draft beside the prices in force, and beside the settled pools of the last 52 weeks.
     *
     * @param pools of the draft's products, by product, the newest week first: what they would have paid by the draft's prices
     */
    public record Comparison(UUID priceListId, List<ComparedPrice> prices, List<ComparedPool> pools) {}

    /**
     * A price of the draft, or one in force that the draft leaves as it is.
     *
     * @param before in force now; absent for a new one
     * @param after of the draft; absent for a missing one
     * @param percent by how much a unit becomes dearer; absent unless there are both
     */
    public record ComparedPrice(
            PriceComparison.Kind kind,
            String product,
            String grade,
            @Nullable String tier,
            @Nullable String partnerGroup,
            @Nullable UUID partnerId,
            Quantity minimumQuantity,
            @Nullable UnitPrice before,
            @Nullable UnitPrice after,
            @Nullable BigDecimal percent) {

        static ComparedPrice of(PriceComparison.Line line) {
            return new ComparedPrice(
                    line.kind(),
                    line.product(),
                    line.grade(),
                    line.buyers().tier(),
                    line.buyers().partnerGroup(),
                    line.buyers().partnerId(),
                    line.minimumQuantity(),
                    line.before(),
                    line.after(),
                    line.percent());
        }
    }

    @POST
    @Path("/changes")
    @Idempotent
    @Transactional
    @Operation(summary = "Draft a price list of the prices in force, changed by a percentage and rounded to a grid")
    public Response change(@Valid @NotNull NewPriceChange change) {
        if (!change.isForOneKindOfBuyer()) {
            throw Problem.invalid(
                    "tier", "one-buyer", "A change is for a tier, for a group or for one partner, or for all tiers.");
        }
        ChangePrices.Request request = new ChangePrices.Request(
                new PriceChange(change.percent(), change.grid()),
                change.product(),
                new Buyers(change.tier(), change.partnerGroup(), change.partnerId()),
                change.validFrom(),
                change.belowCostReason());
        PriceListView drafted = priceLists.drafted(changePrices.draft(request, caller.actor()));
        return Response.created(URI.create("/price-lists/" + drafted.priceListId()))
                .entity(drafted)
                .build();
    }

    @GET
    @Path("/{priceListId}/comparison")
    @Transactional
    @Operation(
            summary =
                    "Compare a draft with the prices in force, and with the settled pools of the last 52 weeks as they would"
                            + " have been by it")
    public Comparison compare(@PathParam("priceListId") UUID priceListId) {
        PriceList list = PriceList.<PriceList>findByIdOptional(priceListId)
                .orElseThrow(() -> Problem.notFound("price list", priceListId));
        list.refusalUnlessDraft().ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        List<DraftPrice> draft = Price.ofList(priceListId).stream()
                .map(price -> price.draft(currency))
                .toList();
        List<DraftPrice> inForce =
                pricesInForce.of(draft.stream().map(DraftPrice::product).collect(Collectors.toSet()), clock.now());
        return new Comparison(
                priceListId,
                PriceComparison.compare(draft, inForce).stream()
                        .map(ComparedPrice::of)
                        .toList(),
                comparePoolPrices.of(draft, inForce));
    }
}
