package coop.parasol.membership.treasury.payment;

import coop.parasol.membership.treasury.payment.ConfirmPayment.AlreadyPaid;
import coop.parasol.membership.treasury.payment.ConfirmPayment.NotSent;
import coop.parasol.membership.treasury.payment.ConfirmPayment.OtherAmount;
import coop.parasol.membership.treasury.payment.ConfirmPayment.Paid;
import coop.parasol.membership.treasury.payment.ConfirmPayment.UnknownPayable;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortPlace;
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
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the firm owes its members, over REST. It is paid by a payment run; here the treasurer enters what the bank has said. */
@Path("/payables")
@Tag(name = "Payments")
public class PayableResource {

    private static final SortKeys<Payable> SORT = SortKeys.<Payable>oldestFirst("id", payable -> payable.id)
            .byDay("dueOn", "dueOn", payable -> payable.dueOn)
            .byNumber("amount", "amount", payable -> payable.amount);

    private final ConfirmPayment confirmPayment;
    private final ReturnPayment returnPayment;
    private final PayableHistory history;
    private final PayableViews views;
    private final Caller caller;

    PayableResource(
            ConfirmPayment confirmPayment,
            ReturnPayment returnPayment,
            PayableHistory history,
            PayableViews views,
            Caller caller) {
        this.confirmPayment = confirmPayment;
        this.returnPayment = returnPayment;
        this.history = history;
        this.views = views;
        this.caller = caller;
    }

    /** A transfer as the bank has executed it. */
    public record Payment(@NotBlank @Size(max = 100) String bankReference) {}

    /** A transfer that the bank has rejected. */
    public record Rejection(@NotBlank @Size(max = 500) String reason) {}

    /** A transfer whose money the bank has returned. */
    public record Return(
            @NotBlank @Size(max = 100) String bankReference,
            @NotBlank @Size(max = 200) String reason) {}

    /** A payable and all that has happened to it. */
    record Detail(PayableView payable, List<PayableHistory.Step> history) {}

    @GET
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(
            summary =
                    "List what the firm owes its members, oldest first or sorted by dueOn or amount, of one state, kind,"
                            + " member, amount or transfer, or what two treasurers are to decide about; a producer sees what it"
                            + " is owed")
    public Page<PayableView> list(
            @BeanParam @Valid PageQuery query,
            @BeanParam @Valid SortQuery sort,
            @QueryParam("state") @Nullable PayableState state,
            @QueryParam("kind") @Nullable PayableKind kind,
            @QueryParam("awaitsDecision") @Nullable Boolean awaitsDecision,
            @QueryParam("memberId") @Nullable UUID memberId,
            @QueryParam("bankReference") @Nullable String bankReference,
            @QueryParam("amount") @Nullable BigDecimal amount) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder();
        if (!caller.has("treasurer")) {
            where.append(" and memberId = :member");
            parameters.put("member", caller.member());
        }
        if (memberId != null) {
            caller.requireMemberOr(memberId, "treasurer");
            where.append(" and memberId = :ofMember");
            parameters.put("ofMember", memberId);
        }
        if (bankReference != null) {
            where.append(" and bankReference = :bankReference");
            parameters.put("bankReference", bankReference.strip());
        }
        if (amount != null) {
            where.append(" and amount = :amount");
            parameters.put(
                    "amount",
                    views.minor(amount)
                            .orElseThrow(() -> Problem.invalid(
                                    "amount", "malformed-amount", "Give an amount of the firm's currency.")));
        }
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        if (kind != null) {
            where.append(" and kind = :kind");
            parameters.put("kind", kind);
        }
        if (awaitsDecision != null) {
            where.append(awaitsDecision ? " and (" : " and not (")
                    .append(Payable.AWAITS_DECISION)
                    .append(')');
        }
        return views.of(SORT.page(query, sort, (place, maxRows) -> page(place, where.toString(), parameters, maxRows)));
    }

    private static List<Payable> page(SortPlace place, String where, Map<String, Object> parameters, int maxRows) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(place.values());
        return Payable.<Payable>find(place.condition() + where + " order by " + place.order(), all)
                .range(0, maxRows - 1)
                .list();
    }

    @GET
    @Path("/{payableId}")
    @RolesAllowed({"treasurer", "producer"})
    @Transactional
    @Operation(summary = "Read a payable with its history; a producer reads its own")
    public Detail get(@PathParam("payableId") UUID payableId) {
        Payable payable =
                Payable.<Payable>findByIdOptional(payableId).orElseThrow(() -> Problem.notFound("payable", payableId));
        caller.requireMemberOr(payable.memberId, "treasurer");
        return new Detail(views.of(payable), history.of(payableId));
    }

    @POST
    @Path("/{payableId}/payment")
    @RolesAllowed("treasurer")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "reportPayablePaid",
            summary = "Enter that the bank has paid a payable of an approved payment run")
    public Response paid(@PathParam("payableId") UUID payableId, @Valid @NotNull Payment payment) {
        ConfirmPayment.Outcome outcome =
                confirmPayment.paid(payableId, null, payment.bankReference().strip(), Cause.of(caller.actor()));
        return switch (outcome) {
            case Paid paid -> Response.ok(views.of(paid.payable())).build();
            case AlreadyPaid before -> throw paidBefore(before);
            case OtherAmount another -> throw new IllegalStateException("no amount was given");
            case NotSent not -> throw notSent(not);
            case UnknownPayable unknown -> throw Problem.notFound("payable", payableId);
        };
    }

    @POST
    @Path("/{payableId}/rejection")
    @RolesAllowed("treasurer")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "reportPayableRejected",
            summary =
                    "Enter that the bank has rejected the transfer; the payable is open again, for the next payment run")
    public Response rejected(@PathParam("payableId") UUID payableId, @Valid @NotNull Rejection rejection) {
        return switch (confirmPayment.rejected(payableId, rejection.reason(), Cause.of(caller.actor()))) {
            case ConfirmPayment.Reopened reopened ->
                Response.ok(views.of(reopened.payable())).build();
            case AlreadyPaid before -> throw paidBefore(before);
            case NotSent not -> throw notSent(not);
            case UnknownPayable unknown -> throw Problem.notFound("payable", payableId);
        };
    }

    @POST
    @Path("/{payableId}/return")
    @RolesAllowed("treasurer")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "reportPayableReturned",
            summary =
                    "Enter that the whole amount has come back; the payment is reversed in the books, and owed again by another payable")
    public Response returned(@PathParam("payableId") UUID payableId, @Valid @NotNull Return back) {
        ReturnPayment.Outcome outcome = returnPayment.returned(
                payableId, null, back.bankReference().strip(), back.reason().strip(), Cause.of(caller.actor()));
        return switch (outcome) {
            case ReturnPayment.Returned returned ->
                Response.ok(views.of(returned.payable())).build();
            case ReturnPayment.AlreadyReturned before ->
                throw Problem.refused(
                        "already-returned", "It has come back by " + before.payable().returnReference + ".");
            case ReturnPayment.OtherAmount another -> throw new IllegalStateException("no amount was given");
            case ReturnPayment.NotPaid not -> throw Problem.refused("not-paid", "It is " + not.state() + ", not paid.");
            case ReturnPayment.UnknownPayable unknown -> throw Problem.notFound("payable", payableId);
        };
    }

    private static Problem paidBefore(AlreadyPaid before) {
        return Problem.refused("already-paid", "It was paid by " + before.payable().bankReference + ".");
    }

    private static Problem notSent(NotSent not) {
        return Problem.refused("not-sent", "It is " + not.state() + ", in no approved payment run.");
    }
}
