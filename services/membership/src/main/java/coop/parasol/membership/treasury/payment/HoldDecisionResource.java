package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.payment.HoldDecision.Decision;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Multiline;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of a payable that is held for people to look into, over REST: one treasurer proposes it, another approves it. */
@Path("/payables/{payableId}/hold-decisions")
@Tag(name = "Payments")
@RolesAllowed("treasurer")
public class HoldDecisionResource {

    private final DecideHold decideHold;
    private final FirmCurrency currency;
    private final Caller caller;

    HoldDecisionResource(DecideHold decideHold, FirmCurrency currency, Caller caller) {
        this.decideHold = decideHold;
        this.currency = currency;
        this.caller = caller;
    }

    /**
     * What the bank has done.
     *
     * @param amount at least what is left of the payable, at most what it was before any claim was set off
     * @param bankReference the bank's own name of the transfer
     */
    public record PaidByBank(
            @NotNull Money amount,
            @NotBlank @Size(max = 100) String bankReference) {}

    /**
     * What is proposed.
     *
     * @param decision PAID if the bank has paid it by what was entered as rejected, OWED if it is to be paid by the next run
     * @param paid what the bank has paid; absent if it is owed
     * @param reason what was found out; the member reads it
     */
    public record NewDecision(
            @NotNull Decision decision,
            @Nullable @Valid PaidByBank paid,
            @NotBlank @Size(max = 500) @Multiline String reason) {}

    /**
     * A proposal and what became of it.
     *
     * @param reason absent once it was erased
     * @param state LAPSED if the bank's statement has settled the matter before a second person has approved it
     */
    public record View(
            UUID decisionId,
            UUID payableId,
            Decision decision,
            @Nullable PaidByBank paid,
            @Nullable String reason,
            HoldDecision.State state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Propose what becomes of a payable that is held for people to look into: the bank has paid it, or it"
                            + " is owed; a pending proposal is replaced")
    public Response propose(@PathParam("payableId") UUID payableId, @Valid @NotNull NewDecision proposed) {
        View view = view(decideHold.propose(
                payableId, transfer(proposed), proposed.reason().strip(), caller.actor()));
        return Response.created(URI.create("/payables/" + payableId + "/hold-decisions"))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "List what was proposed for a payable that is or was held; a producer sees its own")
    public Page<View> list(@PathParam("payableId") UUID payableId, @BeanParam @Valid PageQuery query) {
        Payable payable =
                Payable.<Payable>findByIdOptional(payableId).orElseThrow(() -> Problem.notFound("payable", payableId));
        caller.requireMemberOr(payable.memberId, "treasurer");
        return query.byId(
                        (after, maxRows) -> HoldDecision.page(payableId, after, maxRows),
                        (HoldDecision decision) -> decision.id)
                .map(this::view);
    }

    @POST
    @Path("/{decisionId}/approval")
    @Idempotent
    @Transactional
    @Operation(
            summary =
                    "Approve it as a second person: what the bank has paid is booked, and what it has paid beyond what was"
                            + " left is a claim again; or the hold is lifted")
    public View approve(@PathParam("payableId") UUID payableId, @PathParam("decisionId") UUID decisionId) {
        return view(decideHold.approve(payableId, decisionId, Cause.of(caller.actor())));
    }

    @DELETE
    @Path("/{decisionId}")
    @Transactional
    @Operation(summary = "Withdraw a proposal; the payable stays held")
    public View withdraw(@PathParam("payableId") UUID payableId, @PathParam("decisionId") UUID decisionId) {
        return view(decideHold.withdraw(payableId, decisionId, caller.actor()));
    }

    private DecideHold.@Nullable Transfer transfer(NewDecision proposed) {
        PaidByBank paid = proposed.paid();
        return switch (proposed.decision()) {
            case PAID -> {
                if (paid == null) {
                    throw Problem.invalid("paid", "not-null", "Say what the bank has paid, and by which reference.");
                }
                if (!currency.matches(paid.amount())) {
                    throw Problem.invalid(
                            "paid.amount.currency",
                            "wrong-currency",
                            "The firm's currency is " + currency.code() + ".");
                }
                yield new DecideHold.Transfer(
                        paid.amount(), paid.bankReference().strip());
            }
            case OWED -> {
                if (paid != null) {
                    throw Problem.invalid("paid", "not-for-this-kind", "What is owed is not paid.");
                }
                yield null;
            }
        };
    }

    private View view(DecideHold.Outcome outcome) {
        return switch (outcome) {
            case DecideHold.Done done -> view(done.decision());
            case DecideHold.Refused refused -> throw Problem.of(refused.reason());
        };
    }

    private View view(HoldDecision decision) {
        return new View(
                decision.id,
                decision.payableId,
                decision.decision,
                decision.amount == null || decision.bankReference == null
                        ? null
                        : new PaidByBank(currency.money(decision.amount), decision.bankReference),
                decision.reason,
                decision.state,
                decision.proposedBy,
                decision.proposedAt,
                decision.decidedBy,
                decision.decidedAt);
    }
}
