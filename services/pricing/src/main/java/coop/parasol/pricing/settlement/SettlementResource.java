package coop.parasol.pricing.settlement;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PoolClosingEvent.LatePart;
import coop.parasol.contracts.PoolClosingEvent.LatePool;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.directory.ProducerNames;
import coop.parasol.pricing.settlement.PoolClosings.PoolClosing;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** REST: settlements of pools, which one person of the pricing desk drafts and another approves. */
@Path("/settlements")
@Tag(name = "Settlements")
public class SettlementResource {

    private static final int MAX_COSTS = 200;

    private static final SortKeys<SettlementSummary> SORT = SortKeys.newestFirst("id", SettlementSummary::id)
            .byTime("draftedAt")
            .byText("product", "product", SettlementSummary::product)
            .byText("period", "period", settlement -> settlement.period().toString())
            .byNumber(
                    "receipts", "receipts", settlement -> settlement.receipts().minor());

    private final DraftSettlement draftSettlement;
    private final ApproveSettlement approveSettlement;
    private final PoolCosts poolCosts;
    private final PoolClosings closings;
    private final LatePools latePools;
    private final FirmCurrency currency;
    private final ProducerNames producerNames;
    private final Jdbi jdbi;
    private final Caller caller;

    SettlementResource(
            DraftSettlement draftSettlement,
            ApproveSettlement approveSettlement,
            PoolCosts poolCosts,
            PoolClosings closings,
            LatePools latePools,
            FirmCurrency currency,
            ProducerNames producerNames,
            Jdbi jdbi,
            Caller caller) {
        this.draftSettlement = draftSettlement;
        this.approveSettlement = approveSettlement;
        this.poolCosts = poolCosts;
        this.closings = closings;
        this.latePools = latePools;
        this.currency = currency;
        this.producerNames = producerNames;
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /**
     * Which pool is to be settled.
     *
     * @param period ISO week whose goods belong to the pool, as the bylaws count them
     * @param costs of bringing the goods to the partners, borne by the pool, beside those of its earlier settlements; absent
     *     for none
     */
    public record NewSettlement(
            @NotBlank @Size(max = 50) String product,
            @NotNull Period period,
            @Nullable @Size(max = MAX_COSTS) List<@NotNull @Valid Cost> costs) {

        DraftSettlement.Proposal proposal() {
            return new DraftSettlement.Proposal(
                    product,
                    period,
                    costs == null ? List.of() : costs.stream().map(Cost::item).toList());
        }
    }

    /**
     * A cost that a pool bears.
     *
     * @param description what was paid for, such as freight
     * @param evidence the document that proves it, such as the number of a bill
     * @param amount more than nothing
     */
    public record Cost(
            @NotBlank @Size(max = 200) String description,
            @NotBlank @Size(max = 100) String evidence,
            @NotNull Money amount) {

        PoolCosts.Item item() {
            return new PoolCosts.Item(description, evidence, amount);
        }

        static Cost of(PoolCosts.Item item) {
            return new Cost(item.description(), item.evidence(), item.amount());
        }
    }

    /**
     * A settlement of the pool of a product and period. Its amounts are those of all settlements of the pool together: {@code paidBefore
     * + paidOut - charged + carryOut = receipts - margin - costs + carryIn}.
     *
     * @param number 1 for the pool's first settlement, then its supplements
     * @param withdrawnBy who has replaced it by a later draft; absent unless somebody did
     * @param receipts what partners have paid for the pool's goods until now, net of tax
     * @param marginShare what the firm keeps of them, in basis points
     * @param equivalents quantity of the pool, paid or not, in units of the first grade
     * @param poolPrice of a unit of the first grade, rounded to eight decimals for show; no amount is computed from it
     * @param costItems the pool's costs with what proves them; absent in a list of settlements
     * @param paidBefore what the pool's earlier settlements have paid, less what they have charged
     * @param paidOut what this settlement pays
     * @param charged what producers owe because goods of theirs that were paid have been recalled
     * @param payouts what each producer is paid; empty in a list of settlements
     * @param late what it divides of closed pools of the product, beside the amounts above; empty in a list of settlements
     * @param closing of the pool, or the proposal of one; absent where there is none, and in a list of settlements
     * @param waiting late money of this pool, if it is closed, that the product's next settlement divides; absent where there is none, and
     *     in a list of settlements
     */
    public record SettlementView(
            UUID settlementId,
            UUID poolId,
            String product,
            Period period,
            int number,
            Settlement.State state,
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
            List<PayoutView> payouts,
            Money carryOut,
            List<LatePool> late,
            @Nullable PoolClosing closing,
            @Nullable LatePool waiting) {

        static SettlementView of(
                SettlementSummary settlement,
                @Nullable List<Cost> costItems,
                List<PayoutView> payouts,
                List<LatePool> late,
                @Nullable PoolClosing closing,
                @Nullable LatePool waiting) {
            return new SettlementView(
                    settlement.id(),
                    settlement.poolId(),
                    settlement.product(),
                    settlement.period(),
                    settlement.number(),
                    settlement.state(),
                    settlement.draftedBy(),
                    settlement.draftedAt(),
                    settlement.approvedBy(),
                    settlement.settledAt(),
                    settlement.withdrawnBy(),
                    settlement.withdrawnAt(),
                    settlement.receipts(),
                    settlement.marginShare(),
                    settlement.margin(),
                    settlement.costs(),
                    costItems,
                    settlement.carryIn(),
                    settlement.equivalents().stripTrailingZeros().toPlainString(),
                    new UnitPrice(settlement.poolPrice(), settlement.receipts().currency(), 1),
                    settlement.paidBefore(),
                    settlement.paidOut(),
                    settlement.charged(),
                    payouts,
                    settlement.carryOut(),
                    late,
                    closing,
                    waiting);
        }
    }

    @POST
    @RolesAllowed("pricing-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Draft the settlement of a pool, or a supplement to it, which shows how it would be divided")
    public Response draft(@Valid @NotNull NewSettlement settlement) {
        return switch (draftSettlement.draft(settlement.proposal(), caller.actor())) {
            case DraftSettlement.Drafted drafted ->
                Response.created(URI.create("/settlements/" + drafted.settlement().id))
                        .entity(view(drafted.settlement()))
                        .build();
            case DraftSettlement.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @POST
    @Path("/{settlementId}/approval")
    @RolesAllowed("pricing-desk")
    @Idempotent
    @Transactional
    @Operation(
            summary = "Settle a pool as another person has drafted it; refused if it would be divided otherwise by now")
    public Response approve(@PathParam("settlementId") UUID settlementId) {
        return switch (approveSettlement.approve(settlementId, Cause.of(caller.actor()))) {
            case ApproveSettlement.Settled settled ->
                Response.ok(view(settled.settlement())).build();
            case ApproveSettlement.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    @GET
    @RolesAllowed({"pricing-desk", "treasurer"})
    @Transactional
    @Operation(
            summary = "List the settlements without their payouts, of one state or all, newest first or sorted by"
                    + " draftedAt, product, period or receipts")
    public Page<SettlementView> list(
            @BeanParam @Valid PageQuery query,
            @BeanParam @Valid SortQuery sort,
            @QueryParam("state") Settlement.@Nullable State state) {
        return SORT.page(query, sort, (place, maxRows) -> SettlementSummary.page(jdbi, state, place, maxRows))
                .map(settlement -> SettlementView.of(settlement, null, List.of(), List.of(), null, null));
    }

    @GET
    @Path("/{settlementId}")
    @RolesAllowed({"pricing-desk", "treasurer"})
    @Transactional
    @Operation(summary = "Show a settlement with the payout of every producer")
    public SettlementView get(@PathParam("settlementId") UUID settlementId) {
        return Settlement.<Settlement>findByIdOptional(settlementId)
                .map(this::view)
                .orElseThrow(() -> Problem.notFound("settlement", settlementId));
    }

    private SettlementView view(Settlement settlement) {
        Map<UUID, String> names = producerNames.of(
                settlement.payouts.stream().map(Payout::memberId).toList());
        Map<UUID, List<AdvanceLine>> advances = settlement.advancesByMember();
        Map<UUID, List<LatePart>> late = LateParts.byMember(settlement.late);
        Period period = Period.parse(settlement.period);
        return SettlementView.of(
                settlement.summary(currency),
                poolCosts.upTo(settlement.id).stream().map(Cost::of).toList(),
                settlement.payouts.stream()
                        .map(payout -> PayoutView.of(
                                payout,
                                advances.getOrDefault(payout.memberId(), List.of()),
                                late.getOrDefault(payout.memberId(), List.of()),
                                names.get(payout.memberId())))
                        .toList(),
                LateParts.pools(settlement.late),
                closings.ofPool(settlement.product, period).orElse(null),
                latePools
                        .waiting(settlement.product, period)
                        .map(open -> LateParts.pools(List.of(open)).getFirst())
                        .orElse(null));
    }
}
