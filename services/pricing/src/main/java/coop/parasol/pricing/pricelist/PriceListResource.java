package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.pricelist.PriceResource.PriceView;
import coop.parasol.pricing.pricelist.rules.PriceListDraft;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.Buyers;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftDifferential;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftStandardCost;
import coop.parasol.pricing.pricelist.rules.PriceListValidation.InvalidField;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.ItemCheck;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.ReadItem;
import coop.parasol.web.ReadItems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: price lists, which one person of the pricing desk drafts and another publishes. */
@Path("/price-lists")
@Tag(name = "Price lists")
@RolesAllowed("pricing-desk")
public class PriceListResource {

    private final DraftPriceList draftPriceList;
    private final PublishPriceList publishPriceList;
    private final ItemCheck itemCheck;
    private final FirmCurrency currency;
    private final FirmClock clock;
    private final Caller caller;

    PriceListResource(
            DraftPriceList draftPriceList,
            PublishPriceList publishPriceList,
            ItemCheck itemCheck,
            FirmCurrency currency,
            FirmClock clock,
            Caller caller) {
        this.draftPriceList = draftPriceList;
        this.publishPriceList = publishPriceList;
        this.itemCheck = itemCheck;
        this.currency = currency;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * The prices, grade differentials and standard costs of a new price list.
     *
     * @param newTiers tiers that the list begins: no partner has them yet; a tier that is neither known nor named here is refused
     * @param belowCostReason why prices are below the standard cost; without it such a list is refused
     */
    public record NewPriceList(
            @NotEmpty @Size(max = 5000) List<@NotNull ReadItem<NewPrice>> prices,
            @Nullable @Size(max = 5000) List<@NotNull ReadItem<Differential>> differentials,
            @Nullable @Size(max = 5000) List<@NotNull ReadItem<UnitCost>> standardCosts,

            @Nullable @Size(max = 100) List<
                            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,29}", message = "must be upper case such as RETAIL") String>
                    newTiers,

            @Nullable @Size(min = 1, max = 500) String belowCostReason) {}

    /**
     * A price of a new list. It is for a tier, for a group of partners or for one partner: exactly one of the three is given.
     *
     * @param partnerId the one partner that it was agreed with
     * @param minimumQuantity the smallest quantity of an order line that gets this price, in the unit of the standard
     * @param unitPrice for one unit, or for 100 or 1,000, with at most six decimals more than the currency has
     * @param validFrom absent, or in the past, for the moment of publication
     * @param validUntil absent where its end is open
     */
    public record NewPrice(
            @NotBlank @Size(max = 50) String product,
            @NotBlank @Size(max = 20) String grade,

            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,29}", message = "must be upper case such as RETAIL") String tier,

            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,29}", message = "must be upper case such as NORTHERN-CHAIN") String partnerGroup,

            @Nullable UUID partnerId,
            @NotNull Quantity minimumQuantity,
            @NotNull UnitPrice unitPrice,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {

        DraftPrice draft() {
            return new DraftPrice(
                    product,
                    grade,
                    new Buyers(tier, partnerGroup, partnerId),
                    minimumQuantity,
                    unitPrice,
                    validFrom,
                    validUntil);
        }
    }

    /** What making and selling a unit of a grade costs by standard, or 100 or 1,000 of them: the floor of its prices. */
    public record UnitCost(
            @NotBlank @Size(max = 50) String product,
            @NotBlank @Size(max = 20) String grade,
            @NotNull UnitPrice unitCost) {

        DraftStandardCost draft() {
            return new DraftStandardCost(product, grade, unitCost);
        }
    }

    /**
     * A grade differential.
     *
     * @param factor how many units of the first grade a unit of this grade counts for in a pool; more than 0 and at most 10,
     *     six decimals
     */
    public record Differential(
            @NotBlank @Size(max = 50) String product,
            @NotBlank @Size(max = 20) String grade,

            @NotNull @DecimalMin("0.000001") @DecimalMax("10") @Digits(integer = 2, fraction = 6) BigDecimal factor) {

        DraftDifferential draft() {
            return new DraftDifferential(product, grade, factor);
        }
    }

    /**
     * A price list.
     *
     * @param approvedBy who published it; absent until then
     * @param withdrawnBy who withdrew it; absent unless somebody did
     * @param belowCostReason why prices of it are below the standard cost; absent where none is
     * @param prices absent in a list of price lists, as are the differentials and the standard costs
     */
    public record PriceListView(
            UUID priceListId,
            PriceList.State state,
            String draftedBy,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant publishedAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt,
            @Nullable String belowCostReason,
            @Nullable List<PriceView> prices,
            @Nullable List<Differential> differentials,
            @Nullable List<UnitCost> standardCosts) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Draft a price list with its grade differentials and standard costs; a second person publishes it")
    public Response draft(@Valid @NotNull NewPriceList list) {
        ReadItems<NewPrice> prices = ReadItems.of("prices", list.prices(), itemCheck);
        ReadItems<Differential> differentials = ReadItems.of("differentials", list.differentials(), itemCheck);
        ReadItems<UnitCost> costs = ReadItems.of("standardCosts", list.standardCosts(), itemCheck);
        PriceListDraft draft = new PriceListDraft(
                prices.map(NewPrice::draft),
                differentials.map(Differential::draft),
                costs.map(UnitCost::draft),
                list.newTiers() == null ? Set.of() : Set.copyOf(list.newTiers()),
                list.belowCostReason());
        if (!(prices.isWhole() && differentials.isWhole() && costs.isWhole())) {
            throw ReadItems.refused(List.of(prices, differentials, costs), fieldErrors(draftPriceList.errors(draft)));
        }
        PriceListView drafted = drafted(draftPriceList.draft(draft, caller.actor()));
        return Response.created(URI.create("/price-lists/" + drafted.priceListId()))
                .entity(drafted)
                .build();
    }

    /** What a draft was answered; 422 with every line that is wrong. */
    PriceListView drafted(DraftPriceList.Outcome outcome) {
        return switch (outcome) {
            case DraftPriceList.Drafted drafted -> viewWithLines(drafted.list());
            case DraftPriceList.Refused refused -> throw Problem.invalid(fieldErrors(refused.errors()));
        };
    }

    private static List<Problem.FieldError> fieldErrors(List<InvalidField> errors) {
        return errors.stream()
                .map(error -> new Problem.FieldError(error.field(), error.code(), error.detail()))
                .toList();
    }

    @POST
    @Path("/{priceListId}/approval")
    @Idempotent
    @Transactional
    @Operation(summary = "Publish a price list that another person has drafted")
    public Response approve(@PathParam("priceListId") UUID priceListId) {
        return switch (publishPriceList.publish(priceListId, Cause.of(caller.actor()))) {
            case PublishPriceList.Published published ->
                Response.ok(viewWithLines(published.list())).build();
            case PublishPriceList.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @DELETE
    @Path("/{priceListId}")
    @Transactional
    @Operation(summary = "Withdraw a price list that is not yet published")
    public PriceListView withdraw(@PathParam("priceListId") UUID priceListId) {
        PriceList list = PriceList.lock(priceListId).orElseThrow(() -> Problem.notFound("price list", priceListId));
        list.withdraw(caller.actor(), clock.now()).ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        return viewWithLines(list);
    }

    @GET
    @Transactional
    @Operation(summary = "List the price lists without their lines, of one state or all, newest first")
    public Page<PriceListView> list(
            @BeanParam @Valid PageQuery query, @QueryParam("state") PriceList.@Nullable State state) {
        return query.newestFirst((before, maxRows) -> PriceList.newestFirst(state, before, maxRows), list -> list.id)
                .map(list -> view(list, null, null, null));
    }

    @GET
    @Path("/{priceListId}")
    @Transactional
    @Operation(summary = "Show a price list with its lines")
    public PriceListView get(@PathParam("priceListId") UUID priceListId) {
        return viewWithLines(PriceList.<PriceList>findByIdOptional(priceListId)
                .orElseThrow(() -> Problem.notFound("price list", priceListId)));
    }

    private PriceListView viewWithLines(PriceList list) {
        return view(
                list,
                Price.ofList(list.id).stream()
                        .map(price -> PriceView.of(price, currency))
                        .toList(),
                GradeDifferential.ofList(list.id).stream()
                        .map(differential ->
                                new Differential(differential.product, differential.grade, differential.factor))
                        .toList(),
                StandardCost.ofList(list.id).stream()
                        .map(cost -> new UnitCost(
                                cost.product, cost.grade, currency.unitPrice(cost.unitCost, cost.priceBase)))
                        .toList());
    }

    private static PriceListView view(
            PriceList list,
            @Nullable List<PriceView> prices,
            @Nullable List<Differential> differentials,
            @Nullable List<UnitCost> standardCosts) {
        return new PriceListView(
                list.id,
                list.state,
                list.draftedBy,
                list.draftedAt,
                list.approvedBy,
                list.publishedAt,
                list.withdrawnBy,
                list.withdrawnAt,
                list.belowCostReason,
                prices,
                differentials,
                standardCosts);
    }
}
