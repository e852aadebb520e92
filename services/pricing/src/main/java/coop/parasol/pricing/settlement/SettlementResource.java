package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.Firm;
import coop.parasol.pricing.product.Product;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Settlements at the border. */
@Path("/settlements")
@Tag(name = "Settlements")
public class SettlementResource {

    private static final UUID LAST = new UUID(-1, -1);

    private final SettlePool settlePool;
    private final Firm firm;
    private final Caller caller;

    SettlementResource(SettlePool settlePool, Firm firm, Caller caller) {
        this.settlePool = settlePool;
        this.firm = firm;
        this.caller = caller;
    }

    /**
     * What is to be settled.
     *
     * @param period up to the end of this week: all receipts that are in no pool yet
     * @param costs of bringing the goods to the partners, borne by the pool
     */
    public record Proposal(
            @NotBlank @Size(max = 50) String product,
            @NotNull Period period,
            @NotNull Money costs) {}

    @POST
    @RolesAllowed("pricing-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Draft a settlement: shows how the pool would be divided")
    public Response draft(@Valid @NotNull Proposal proposal) {
        if (Product.byCode(List.of(proposal.product())).isEmpty()) {
            throw Problem.invalid("product", "unknown-product", "There is no standard for " + proposal.product() + ".");
        }
        if (proposal.costs().isNegative()) {
            throw Problem.invalid("costs.amount", "negative", "Costs are zero or more.");
        }
        if (!firm.uses(proposal.costs())) {
            throw Problem.invalid(
                    "costs.currency", "wrong-currency", "The firm's currency is " + firm.currency() + ".");
        }
        Settlement settlement = settlePool
                .draft(proposal.product(), proposal.period(), proposal.costs(), caller.actor())
                .orElseThrow(() -> Problem.refused("nothing-to-settle", "Nothing was paid that is in no pool yet."));
        return Response.created(URI.create("/settlements/" + settlement.id))
                .entity(SettlementView.of(settlement))
                .build();
    }

    @POST
    @Path("/{settlementId}/approval")
    @RolesAllowed("pricing-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Settle somebody else's draft; refused if it would be divided otherwise by now")
    public Response approve(@PathParam("settlementId") UUID settlementId) {
        Settlement settlement =
                settlePool.lock(settlementId).orElseThrow(() -> Problem.notFound("settlement", settlementId));
        if (settlement.state != Settlement.State.DRAFT) {
            throw Problem.refused("not-a-draft", "The settlement is " + settlement.state + ".");
        }
        caller.requireSecondPerson(settlement.draftedBy);
        return switch (settlePool.settle(settlement, Cause.of(caller.actor()))) {
            case SETTLED -> Response.ok(SettlementView.of(settlement)).build();
            case RECEIPTS_CHANGED ->
                throw Problem.refused("receipts-changed", "More was paid since the draft; draft it again.");
            case TERMS_CHANGED ->
                throw Problem.refused(
                        "terms-changed",
                        "A grade's differential or the firm's margin is another than in the draft; draft it again.");
        };
    }

    @GET
    @RolesAllowed({"pricing-desk", "treasurer"})
    @Transactional
    @Operation(summary = "Settlements, newest first, without their payouts")
    public Page<SettlementView> list(@BeanParam @Valid PageQuery query) {
        List<Settlement> fetched = Settlement.heads(query.afterId().orElse(LAST), query.fetch());
        return Page.of(fetched, query.limit, settlement -> settlement.id.toString())
                .map(SettlementView::of);
    }

    @GET
    @Path("/{settlementId}")
    @RolesAllowed({"pricing-desk", "treasurer"})
    @Transactional
    @Operation(summary = "One settlement with all payouts")
    public SettlementView get(@PathParam("settlementId") UUID settlementId) {
        return Settlement.<Settlement>findByIdOptional(settlementId)
                .map(SettlementView::of)
                .orElseThrow(() -> Problem.notFound("settlement", settlementId));
    }
}
