package coop.parasol.pricing.settlement;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutLine;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.pricing.directory.ProducerNames;
import coop.parasol.pricing.settlement.rules.PayoutCalculation.Payout;
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

    private final DraftSettlement draftSettlement;
    private final ApproveSettlement approveSettlement;
    private final FirmCurrency currency;
    private final ProducerNames producerNames;
    private final Jdbi jdbi;
    private final Caller caller;

    SettlementResource(
            DraftSettlement draftSettlement,
            ApproveSettlement approveSettlement,
            FirmCurrency currency,
            ProducerNames producerNames,
            Jdbi jdbi,
            Caller caller) {
        this.draftSettlement = draftSettlement;
        this.approveSettlement = approveSettlement;
        this.currency = currency;
        this.producerNames = producerNames;
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /**
     * Which pool is to be settled.
     *
     * @param period ISO week: the receipts of this week and of all before that are in no settlement yet
     * @param costs of bringing the goods to the partners, borne by the pool
     */
    public record NewSettlement(
            @NotBlank @Size(max = 50) String product,
            @NotNull Period period,
            @NotNull Money costs) {}

    /**
     * A settlement of the pool of a product and period: {@code sum of payouts + carryOut = receipts - margin - costs + carryIn}.
     *
     * @param equivalents quantity of the pool in units of the first grade
     * @param poolPrice of a unit of the first grade, rounded down to the minor unit
     * @param payouts what each producer is paid; empty in a list of settlements
     */
    public record SettlementView(
            UUID settlementId,
            UUID poolId,
            String product,
            Period period,
            Settlement.State state,
            String draftedBy,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant settledAt,
            Money receipts,
            Money margin,
            Money costs,
            Money carryIn,
            String equivalents,
            Money poolPrice,
            List<PayoutView> payouts,
            Money carryOut) {

        static SettlementView of(SettlementSummary settlement, List<PayoutView> payouts) {
            return new SettlementView(
                    settlement.id(),
                    settlement.poolId(),
                    settlement.product(),
                    settlement.period(),
                    settlement.state(),
                    settlement.draftedBy(),
                    settlement.draftedAt(),
                    settlement.approvedBy(),
                    settlement.settledAt(),
                    settlement.receipts(),
                    settlement.margin(),
                    settlement.costs(),
                    settlement.carryIn(),
                    settlement.equivalents().stripTrailingZeros().toPlainString(),
                    settlement.poolPrice(),
                    payouts,
                    settlement.carryOut());
        }
    }

    /**
     * What one producer is paid.
     *
     * @param memberName of the producer as it is called now; absent once it was erased
     * @param advances paid already and deducted; none are paid yet
     * @param salesValue what partners paid for the producer's goods
     */
    public record PayoutView(
            UUID memberId,
            @Nullable String memberName,
            List<PayoutLine> lines,
            Money gross,
            Money advances,
            Money payable,
            Money salesValue) {

        static PayoutView of(Payout payout, @Nullable String memberName) {
            return new PayoutView(
                    payout.memberId(),
                    memberName,
                    payout.lines(),
                    payout.gross(),
                    Money.zero(payout.gross().currency()),
                    payout.gross(),
                    payout.salesValue());
        }
    }

    @POST
    @RolesAllowed("pricing-desk")
    @Idempotent
    @Transactional
    @Operation(summary = "Draft the settlement of a pool, which shows how it would be divided")
    public Response draft(@Valid @NotNull NewSettlement settlement) {
        DraftSettlement.Proposal proposal =
                new DraftSettlement.Proposal(settlement.product(), settlement.period(), settlement.costs());
        return switch (draftSettlement.draft(proposal, caller.actor())) {
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
    @Operation(summary = "List the settlements without their payouts, of one state or all, newest first")
    public Page<SettlementView> list(
            @BeanParam @Valid PageQuery query, @QueryParam("state") Settlement.@Nullable State state) {
        return query.newestFirst(
                        (before, maxRows) -> SettlementSummary.newestFirst(jdbi, state, before, maxRows),
                        SettlementSummary::id)
                .map(settlement -> SettlementView.of(settlement, List.of()));
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
        return SettlementView.of(
                settlement.summary(currency),
                settlement.payouts.stream()
                        .map(payout -> PayoutView.of(payout, names.get(payout.memberId())))
                        .toList());
    }
}
