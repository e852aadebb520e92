package coop.parasol.distribution.exit;

import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.ProducerRepository;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: what a leaving member takes back of its unsold goods, and what it has offered to the firm. */
@Path("/exits/{exitId}/goods")
@Tag(name = "Exits")
public class ExitGoodsResource {

    private final DecideExitGoods decideExitGoods;
    private final GoodsDeadlines deadlines;
    private final BatchRepository batches;
    private final ProducerRepository producers;
    private final FirmCurrency currency;
    private final Caller caller;

    ExitGoodsResource(
            DecideExitGoods decideExitGoods,
            GoodsDeadlines deadlines,
            BatchRepository batches,
            ProducerRepository producers,
            FirmCurrency currency,
            Caller caller) {
        this.decideExitGoods = decideExitGoods;
        this.deadlines = deadlines;
        this.batches = batches;
        this.producers = producers;
        this.currency = currency;
        this.caller = caller;
    }

    /** @param unitPrice what the firm pays for a unit; at most the list price at the bylaws' tier */
    public record PurchaseProposal(@NotNull Money unitPrice) {}

    /**
     * A batch that the member takes back or has offered.
     *
     * @param memberName what the leaving member is called, as long as it is known by a name
     * @param lot the producer's own; absent with the product until the batch has become stock
     * @param quantity units that are set aside, were taken back or bought; absent before
     * @param openUntil the last day on which the firm may decide about an offer, or the member collect what is set aside; of what is
     *     suspended, until which it is waited for; none is after the lot's last day of sale; absent for the rest
     * @param unitPrice as one person has proposed it
     * @param version of this lot, to name as If-Match when its price is approved
     */
    public record View(
            UUID batchId,
            UUID memberId,
            @Nullable String memberName,
            @Nullable String product,
            @Nullable String grade,
            @Nullable String lot,
            GoodsChoice choice,
            ExitGoods.State state,
            @Nullable Quantity quantity,
            @Nullable LocalDate openUntil,
            @Nullable Money unitPrice,
            @Nullable String proposedBy,
            @Nullable Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            long version) {}

    @GET
    @RolesAllowed({"logistics-desk", "treasurer", "producer"})
    @Transactional
    @Operation(
            operationId = "listExitGoods",
            summary = "List what a leaving member takes back or has offered, and what has become of it; a producer sees"
                    + " its own")
    public Page<View> list(@PathParam("exitId") UUID exitId, @BeanParam @Valid PageQuery query) {
        UUID member = ExitClearance.memberOf(exitId).orElseThrow(() -> Problem.notFound("exit", exitId));
        caller.requireMemberOr(member, "logistics-desk", "treasurer");
        Page<ExitGoods> page = query.byId(
                (after, maxRows) -> ExitGoods.page(exitId, after, maxRows), (ExitGoods goods) -> goods.batchId);
        Views views = views(exitId, page.items());
        return page.map(views::of);
    }

    @GET
    @Path("/{batchId}")
    @RolesAllowed({"logistics-desk", "treasurer"})
    @Transactional
    @Operation(
            operationId = "getExitGoods",
            summary = "Show a lot that a leaving member takes back or has offered, and what has become of it")
    public View show(@PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId) {
        ExitGoods goods = ExitGoods.of(exitId, batchId).orElseThrow(() -> Problem.notFound("lot of the exit", batchId));
        return views(exitId, List.of(goods)).of(goods);
    }

    @POST
    @Path("/{batchId}/handover")
    @RolesAllowed("logistics-desk")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "handOverExitGoods",
            summary = "Enter that the member has taken back what was set aside of a lot; it is not certified any more")
    public View handOver(@PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId) {
        return view(decideExitGoods.handOver(exitId, batchId, cause()));
    }

    @POST
    @Path("/{batchId}/purchase")
    @RolesAllowed("logistics-desk")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "proposeGoodsPurchase",
            summary = "Propose to buy in an offered lot at a price; a second person approves")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public Response propose(
            @PathParam("exitId") UUID exitId,
            @PathParam("batchId") UUID batchId,
            @Valid @NotNull PurchaseProposal proposal) {
        if (!currency.matches(proposal.unitPrice())) {
            throw Problem.of(new Refusal.InvalidField(
                    "unitPrice.currency", "wrong-currency", "The firm's currency is " + currency.code() + "."));
        }
        return tagged(view(decideExitGoods.propose(exitId, batchId, proposal.unitPrice(), cause())));
    }

    @POST
    @Path("/{batchId}/purchase/approval")
    @RolesAllowed({"logistics-desk", "treasurer"})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "approveGoodsPurchase",
            summary =
                    "Approve as a second person that an offered lot is bought in at the price that was proposed: what is"
                            + " unsold now is the firm's own")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public Response approve(
            @PathParam("exitId") UUID exitId,
            @PathParam("batchId") UUID batchId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(view(decideExitGoods.approve(exitId, batchId, ETags.expectedVersion(ifMatch), cause())));
    }

    @POST
    @Path("/{batchId}/refusal")
    @RolesAllowed("logistics-desk")
    @Idempotent
    @Transactional
    @Operation(operationId = "declineExitGoods", summary = "Decline an offered lot: it stays in the pools")
    public View decline(@PathParam("exitId") UUID exitId, @PathParam("batchId") UUID batchId) {
        return view(decideExitGoods.decline(exitId, batchId, cause()));
    }

    private static Response tagged(View view) {
        return Response.ok(view).tag(ETags.of(view.version())).build();
    }

    private Cause cause() {
        return Cause.of(caller.actor());
    }

    private View view(DecideExitGoods.Outcome outcome) {
        return switch (outcome) {
            case DecideExitGoods.Done done ->
                views(done.goods().exitId, List.of(done.goods())).of(done.goods());
            case DecideExitGoods.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    /** What the views of goods of one exit need, read once for all. */
    private Views views(UUID exitId, List<ExitGoods> goods) {
        ExitClearance exit = ExitClearance.findById(exitId);
        return new Views(
                exit,
                producers.names(List.of(exit.memberId)).get(exit.memberId),
                batches.lots(goods.stream().map(one -> one.batchId).toList()),
                deadlines.limits());
    }

    private final class Views {

        private final ExitClearance exit;
        private final @Nullable String memberName;
        private final Map<UUID, BatchRepository.Lot> lots;
        private final GoodsDeadlines.Limits limits;

        Views(
                ExitClearance exit,
                @Nullable String memberName,
                Map<UUID, BatchRepository.Lot> lots,
                GoodsDeadlines.Limits limits) {
            this.exit = exit;
            this.memberName = memberName;
            this.lots = lots;
            this.limits = limits;
        }

        View of(ExitGoods goods) {
            BatchRepository.@Nullable Lot lot = lots.get(goods.batchId);
            return new View(
                    goods.batchId,
                    exit.memberId,
                    memberName,
                    lot == null ? null : lot.product(),
                    lot == null ? null : lot.grade(),
                    lot == null ? null : lot.lot(),
                    goods.choice,
                    goods.state,
                    goods.quantity == null || lot == null ? null : new Quantity(goods.quantity, lot.unit()),
                    lot == null
                            ? null
                            : deadlines.lastDay(limits, exit, goods, lot).orElse(null),
                    goods.unitPrice == null ? null : currency.money(goods.unitPrice),
                    goods.proposedBy,
                    goods.proposedAt,
                    goods.decidedBy,
                    goods.decidedAt,
                    goods.version);
        }
    }
}
