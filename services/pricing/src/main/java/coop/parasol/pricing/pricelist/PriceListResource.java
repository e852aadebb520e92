package coop.parasol.pricing.pricelist;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.Firm;
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
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Price lists at the border. */
@Path("/price-lists")
@Tag(name = "Price lists")
@RolesAllowed("pricing-desk")
public class PriceListResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final DraftPrices draftPrices;
    private final PublishPrices publishPrices;
    private final Firm firm;
    private final Caller caller;

    PriceListResource(DraftPrices draftPrices, PublishPrices publishPrices, Firm firm, Caller caller) {
        this.draftPrices = draftPrices;
        this.publishPrices = publishPrices;
        this.firm = firm;
        this.caller = caller;
    }

    /** What things are to cost, and what their grades count for. */
    public record Draft(
            @NotEmpty @Size(max = 5000) List<@NotNull @Valid NewPrice> prices,
            @Nullable @Size(max = 5000) List<@NotNull @Valid NewDifferential> differentials) {

        @Override
        public List<NewDifferential> differentials() {
            return differentials == null ? List.of() : differentials;
        }
    }

    /** @param validFrom absent, or in the past, for the moment of publication */
    public record NewPrice(
            @NotBlank @Size(max = 50) String product,
            @NotBlank @Size(max = 20) String grade,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,29}", message = "must be upper case such as RETAIL") String tier,

            @NotNull Quantity minimumQuantity,
            @NotNull Money unitPrice,
            @Nullable Instant validFrom) {}

    /** @param factor more than 0 and at most 10, six decimals */
    public record NewDifferential(
            @NotBlank @Size(max = 50) String product,
            @NotBlank @Size(max = 20) String grade,

            @NotNull @DecimalMin("0.000001") @DecimalMax("10") @Digits(integer = 2, fraction = 6) BigDecimal factor) {}

    /** @param prices absent in lists */
    public record View(
            UUID priceListId,
            PriceList.State state,
            String draftedBy,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant publishedAt,
            @Nullable List<PriceView> prices,
            @Nullable List<NewDifferential> differentials) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(summary = "Draft prices and grade differentials; a second person publishes them")
    public Response draft(@Valid @NotNull Draft draft) {
        PriceList list = draftPrices.draft(draft, caller.actor());
        return Response.created(URI.create("/price-lists/" + list.id))
                .entity(view(list))
                .build();
    }

    @POST
    @Path("/{priceListId}/approval")
    @Idempotent
    @Transactional
    @Operation(summary = "Publish somebody else's draft")
    public Response approve(@PathParam("priceListId") UUID priceListId) {
        PriceList list = draftOf(priceListId);
        caller.requireSecondPerson(list.draftedBy);
        publishPrices.publish(list, Cause.of(caller.actor()));
        return Response.ok(view(list)).build();
    }

    @DELETE
    @Path("/{priceListId}")
    @Transactional
    @Operation(summary = "Withdraw a draft")
    public View withdraw(@PathParam("priceListId") UUID priceListId) {
        PriceList list = draftOf(priceListId);
        list.state = PriceList.State.WITHDRAWN;
        return view(list);
    }

    @GET
    @Transactional
    @Operation(summary = "Price lists, newest first")
    public Page<View> list(@BeanParam @Valid PageQuery query) {
        List<PriceList> fetched = PriceList.<PriceList>find(
                        "id < ?1 order by id desc", query.afterId().orElse(LAST))
                .range(0, query.limit)
                .list();
        return Page.of(fetched, query.limit, list -> list.id.toString()).map(list -> view(list, null, null));
    }

    @GET
    @Path("/{priceListId}")
    @Transactional
    @Operation(summary = "One price list with its lines")
    public View get(@PathParam("priceListId") UUID priceListId) {
        return view(PriceList.<PriceList>findByIdOptional(priceListId)
                .orElseThrow(() -> Problem.notFound("price list", priceListId)));
    }

    private static PriceList draftOf(UUID id) {
        PriceList list = PriceList.lock(id).orElseThrow(() -> Problem.notFound("price list", id));
        if (list.state != PriceList.State.DRAFT) {
            throw Problem.refused("not-a-draft", "The list is " + list.state + ".");
        }
        return list;
    }

    private View view(PriceList list) {
        return view(
                list,
                Price.of(list.id).stream()
                        .map(price -> PriceView.of(price, firm))
                        .toList(),
                Differential.of(list.id).stream()
                        .map(differential ->
                                new NewDifferential(differential.product, differential.grade, differential.factor))
                        .toList());
    }

    private static View view(
            PriceList list, @Nullable List<PriceView> prices, @Nullable List<NewDifferential> differentials) {
        return new View(
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
