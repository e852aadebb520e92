package coop.parasol.membership.exit;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST resource of recall charges: what a recall has cost is charged to what is held back of an exit. */
@Path("/exits/{exitId}/recall-charges")
@Tag(name = "Exits")
public class RecallChargeResource {

    private final ChargeRecall chargeRecall;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final ShareCount shareCount;
    private final Caller caller;

    RecallChargeResource(
            ChargeRecall chargeRecall, FirmClock clock, FirmCurrency currency, ShareCount shareCount, Caller caller) {
        this.chargeRecall = chargeRecall;
        this.clock = clock;
        this.currency = currency;
        this.shareCount = shareCount;
        this.caller = caller;
    }

    /**
     * What a recall has cost.
     *
     * @param batchId of a recalled batch of the member
     * @param narrative what for; the member reads it
     */
    public record Charge(
            @NotNull UUID batchId,
            @NotNull Money amount,
            @NotBlank @Size(max = 500) String narrative) {}

    /**
     * A charge as it is shown.
     *
     * @param narrative absent once it was erased
     */
    public record View(
            UUID chargeId,
            UUID exitId,
            UUID memberId,
            UUID batchId,
            Money amount,
            @Nullable String narrative,
            Instant chargedAt,
            String chargedBy) {}

    @POST
    @RolesAllowed("treasurer")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "chargeRecall",
            summary = "Charge a recall of a leaving member's batch to its holdback, at most what is left of it")
    public Response charge(@PathParam("exitId") UUID exitId, @Valid @NotNull Charge charge) {
        shareCount.lock();
        ExitCase exit = ExitCase.lock(exitId).orElseThrow(() -> Problem.notFound("exit", exitId));
        if (!charge.amount().currency().equals(currency.code())) {
            throw Problem.invalid(
                    "amount.currency", "wrong-currency", "The firm's currency is " + currency.code() + ".");
        }
        if (!charge.amount().isPositive()) {
            throw Problem.invalid("amount.amount", "not-positive", "The amount must be positive.");
        }
        RecalledBatch batch = RecalledBatch.findById(charge.batchId());
        if (batch == null || !batch.memberId.equals(exit.memberId)) {
            throw Problem.refused("not-recalled", "No recalled batch of this member has this id.");
        }
        if (exit.holdbackUntil != null && !clock.day(batch.recalledAt).isBefore(exit.holdbackUntil)) {
            throw Problem.refused(
                    "recalled-too-late",
                    "Recalls on " + exit.holdbackUntil + " or later are not covered by the holdback.");
        }
        if (charge.amount().minor() > exit.holdbackLeft()) {
            throw Problem.refused(
                    "more-than-held-back", currency.money(exit.holdbackLeft()) + " is left of the holdback.");
        }
        RecallCharge made =
                chargeRecall.charge(exit, batch, charge.amount().minor(), charge.narrative(), Cause.of(caller.actor()));
        return Response.created(URI.create("/exits/" + exitId + "/recall-charges"))
                .entity(view(made, exit))
                .build();
    }

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "List what was charged to a leaving member's holdback; a producer sees its own")
    public Page<View> list(@PathParam("exitId") UUID exitId, @BeanParam @Valid PageQuery query) {
        ExitCase exit = ExitCase.<ExitCase>findByIdOptional(exitId).orElseThrow(() -> Problem.notFound("exit", exitId));
        caller.requireMemberOr(exit.memberId, "treasurer");
        return query.byId(
                        (after, maxRows) -> RecallCharge.<RecallCharge>find(
                                        "exitId = ?1 and id > ?2 order by id", exitId, after)
                                .range(0, maxRows - 1)
                                .list(),
                        charge -> charge.id)
                .map(charge -> view(charge, exit));
    }

    private View view(RecallCharge charge, ExitCase exit) {
        return new View(
                charge.id,
                exit.id,
                exit.memberId,
                charge.batchId,
                currency.money(charge.amount),
                charge.narrative,
                charge.chargedAt,
                charge.chargedBy);
    }
}
