package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.pricelist.PriceResource.PriceView;
import coop.parasol.pricing.pricelist.rules.PriceListDraft;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftDifferential;
import coop.parasol.pricing.pricelist.rules.PriceListDraft.DraftPrice;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
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
    private final FirmCurrency currency;
    private final Caller caller;

    PriceListResource(
            DraftPriceList draftPriceList, PublishPriceList publishPriceList, FirmCurrency currency, Caller caller) {
        this.draftPriceList = draftPriceList;
        this.publishPriceList = publishPriceList;
        this.currency = currency;
        this.caller = caller;
    }

    /** The prices and grade differentials of a new price list. */
    public record NewPriceList(
            @NotEmpty @Size(max = 5000) List<@NotNull @Valid NewPrice> prices,
            @Nullable @Size(max = 5000) List<@NotNull @Valid Differential> differentials) {

        PriceListDraft draft() {
            return new PriceListDraft(
                    prices.stream().map(NewPrice::draft).toList(),
                    differentials == null
                            ? List.of()
                            : differentials.stream().map(Differential::draft).toList());
        }
    }

    /**
     * A price of a new list.
     *
     * @param minimumQuantity the smallest quantity of an order line that gets this price, in the unit of the standard
     * @param validFrom absent, or in the past, for the moment of publication
     */
    public record NewPrice(
            @NotBlank @Size(max = 50) String product,
            @NotBlank @Size(max = 20) String grade,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,29}", message = "must be upper case such as RETAIL") String tier,

            @NotNull Quantity minimumQuantity,
            @NotNull Money unitPrice,
            @Nullable Instant validFrom) {

        DraftPrice draft() {
            return new DraftPrice(product, grade, tier, minimumQuantity, unitPrice, validFrom);
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
     * @param prices absent in a list of price lists, as are the differentials
     */
    public record PriceListView(
            UUID priceListId,
            PriceList.State state,
            String draftedBy,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant publishedAt,
            @Nullable List<PriceView> prices,
            @Nullable List<Differential> differentials) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(summary = "Draft a price list with its grade differentials; a second person publishes it")
    public Response draft(@Valid @NotNull NewPriceList list) {
        return switch (draftPriceList.draft(list.draft(), caller.actor())) {
            case DraftPriceList.Drafted drafted ->
                Response.created(URI.create("/price-lists/" + drafted.list().id))
                        .entity(viewWithLines(drafted.list()))
                        .build();
            case DraftPriceList.Refused refused ->
                throw Problem.invalid(refused.errors().stream()
                        .map(error -> new Problem.FieldError(error.field(), error.code(), error.detail()))
                        .toList());
        };
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
        list.refusalUnlessDraft().ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        list.state = PriceList.State.WITHDRAWN;
        return viewWithLines(list);
    }

    @GET
    @Transactional
    @Operation(summary = "List the price lists without their lines, of one state or all, newest first")
    public Page<PriceListView> list(
            @BeanParam @Valid PageQuery query, @QueryParam("state") PriceList.@Nullable State state) {
        return query.newestFirst((before, maxRows) -> PriceList.newestFirst(state, before, maxRows), list -> list.id)
                .map(list -> view(list, null, null));
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
                        .toList());
    }

    private static PriceListView view(
            PriceList list, @Nullable List<PriceView> prices, @Nullable List<Differential> differentials) {
        return new PriceListView(
                list.id,
                list.state,
                list.draftedBy,
                list.draftedAt,
                list.approvedBy,
                list.publishedAt,
                prices,
                differentials);
    }
}
