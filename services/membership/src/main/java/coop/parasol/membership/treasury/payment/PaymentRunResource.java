package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.treasury.account.FirmBankAccount;
import coop.parasol.persistence.ErasedText;
import coop.parasol.web.Caller;
import coop.parasol.web.ETags;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Payment runs over REST: drafted by one treasurer, approved by another, sent to the bank as a file. */
@Path("/payment-runs")
@Tag(name = "Payments")
@RolesAllowed("treasurer")
public class PaymentRunResource {

    private static final int MAX_DAYS_AHEAD = 366;

    private static final SortKeys<PaymentRun> SORT = SortKeys.<PaymentRun>oldestFirst("id", run -> run.id)
            .byTime("draftedAt")
            .byDay("dueUntil", "dueUntil", run -> run.dueUntil)
            .byNumber("total", "total", run -> run.total);

    private final DraftPaymentRun draftPaymentRun;
    private final FirmBankAccount firmBankAccount;
    private final ApprovePaymentRun approvePaymentRun;
    private final WithdrawPaymentRun withdrawPaymentRun;
    private final FirmClock clock;
    private final FirmCurrency currency;
    private final PayableViews views;
    private final Caller caller;

    PaymentRunResource(
            DraftPaymentRun draftPaymentRun,
            ApprovePaymentRun approvePaymentRun,
            WithdrawPaymentRun withdrawPaymentRun,
            FirmBankAccount firmBankAccount,
            FirmClock clock,
            FirmCurrency currency,
            PayableViews views,
            Caller caller) {
        this.draftPaymentRun = draftPaymentRun;
        this.approvePaymentRun = approvePaymentRun;
        this.withdrawPaymentRun = withdrawPaymentRun;
        this.firmBankAccount = firmBankAccount;
        this.clock = clock;
        this.currency = currency;
        this.views = views;
        this.caller = caller;
    }

    /** @param dueUntil what is due on this day and before; absent for today */
    public record Draft(@Nullable LocalDate dueUntil) {}

    /** @param items what is in it, when one run is asked for */
    public record View(
            UUID runId,
            PaymentRun.State state,
            LocalDate dueUntil,
            int payables,
            Money total,
            String draftedBy,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable List<PayableView> items) {}

    @POST
    @Idempotent
    @Transactional
    @Operation(summary = "Draft a payment run of what is due, 2,000 payables at most, the longest due first")
    public Response draft(@Valid @NotNull Draft draft) {
        LocalDate until = draft.dueUntil() == null ? clock.today() : draft.dueUntil();
        if (until.isAfter(clock.today().plusDays(MAX_DAYS_AHEAD)) || until.getYear() < 1) {
            throw Problem.invalid("dueUntil", "too-far", "dueUntil may be at most " + MAX_DAYS_AHEAD + " days ahead.");
        }
        PaymentRun run = draftPaymentRun
                .draft(until, caller.actor())
                .orElseThrow(() -> Problem.refused("nothing-due", "Nothing is due that can be paid."));
        return Response.created(URI.create("/payment-runs/" + run.id))
                .entity(view(run, items(run)))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            summary = "List the payment runs, drafted, approved and withdrawn, or those of one state, oldest first or"
                    + " sorted by draftedAt, dueUntil or total")
    public Page<View> list(
            @BeanParam @Valid PageQuery query,
            @BeanParam @Valid SortQuery sort,
            @QueryParam("state") PaymentRun.@Nullable State state) {
        return SORT.page(query, sort, (place, maxRows) -> PaymentRun.page(state, place, maxRows))
                .map(run -> view(run, null));
    }

    @GET
    @Path("/{runId}")
    @Transactional
    @Operation(summary = "Show a payment run with its state and its payables")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public Response get(@PathParam("runId") UUID runId) {
        PaymentRun run = PaymentRun.<PaymentRun>findByIdOptional(runId).orElseThrow(() -> unknown(runId));
        return Response.ok(view(run, items(run))).tag(ETags.of(run.version)).build();
    }

    @POST
    @Path("/{runId}/approval")
    @Idempotent
    @Transactional
    @Operation(summary = "Approve a payment run, as a second person")
    public Response approve(@PathParam("runId") UUID runId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        ETags.requireMatch(ifMatch, PaymentRun.lock(runId).orElseThrow(() -> unknown(runId)).version);
        return switch (approvePaymentRun.approve(runId, caller.actor())) {
            case ApprovePaymentRun.Approved approved ->
                Response.ok(view(approved.run(), null)).build();
            case ApprovePaymentRun.UnknownRun unknown -> throw unknown(runId);
            case ApprovePaymentRun.NotDraft not ->
                throw Problem.refused("not-a-draft", "The run is " + not.state() + ".");
            case ApprovePaymentRun.SamePerson same -> throw Problem.of(same.reason());
            case ApprovePaymentRun.LoginResetSince since ->
                throw Problem.refused(
                        "login-reset-since",
                        "Member " + since.memberId()
                                + " got a new password after the draft; withdraw it, draft anew and look at its account.");
        };
    }

    @DELETE
    @Path("/{runId}")
    @Transactional
    @Operation(summary = "Withdraw a draft; its payables are open again")
    public View withdraw(@PathParam("runId") UUID runId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        PaymentRun run = draft(runId);
        ETags.requireMatch(ifMatch, run.version);
        withdrawPaymentRun.withdraw(run, caller.actor());
        return view(run, null);
    }

    @GET
    @Path("/{runId}/pain.001")
    @Produces(MediaType.APPLICATION_XML)
    @Transactional
    @Operation(
            operationId = "getPaymentFile",
            summary = "Download an approved payment run as the file for the bank, ISO 20022 pain.001.001.09")
    public Response file(@PathParam("runId") UUID runId) {
        PaymentRun run = PaymentRun.<PaymentRun>findByIdOptional(runId).orElseThrow(() -> unknown(runId));
        if (run.state != PaymentRun.State.APPROVED) {
            throw Problem.refused("not-approved", "The run is " + run.state + ".");
        }
        FirmBankAccount.Account account = firmBankAccount.get();
        if (account.iban() == null) {
            throw Problem.refused(
                    "firm-account-missing",
                    "The firm's own bank account is not set; whoever runs the installation sets it with PARASOL_FIRM_IBAN.");
        }
        List<Payable> payables = Payable.list("runId = ?1 order by id", runId);
        if (payables.isEmpty()) {
            throw Problem.refused("nothing-left", "The bank has rejected every transfer of this run.");
        }
        if (payables.stream().anyMatch(payable -> ErasedText.ERASED.equals(payable.iban))) {
            throw Problem.refused("payee-erased", "Of a payee of this run name and account are erased.");
        }
        String file = CreditTransferFile.of(
                run.id,
                Objects.requireNonNull(run.approvedAt),
                clock.day(Objects.requireNonNull(run.approvedAt)),
                account.name(),
                account.iban(),
                account.bic(),
                payables.stream().map(this::transfer).toList());
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pain.001-" + run.id + ".xml\"")
                .build();
    }

    private CreditTransferFile.Transfer transfer(Payable payable) {
        return new CreditTransferFile.Transfer(
                payable.id,
                currency.money(payable.remainder()),
                Objects.requireNonNull(payable.creditor),
                Objects.requireNonNull(payable.iban),
                payable.narrative);
    }

    private PaymentRun draft(UUID runId) {
        PaymentRun run = PaymentRun.lock(runId).orElseThrow(() -> unknown(runId));
        if (run.state != PaymentRun.State.DRAFT) {
            throw Problem.refused("not-a-draft", "The run is " + run.state + ".");
        }
        return run;
    }

    private List<PayableView> items(PaymentRun run) {
        return views.of(Payable.<Payable>list("runId = ?1 order by id", run.id));
    }

    private View view(PaymentRun run, @Nullable List<PayableView> items) {
        return new View(
                run.id,
                run.state,
                run.dueUntil,
                run.payables,
                currency.money(run.total),
                run.draftedBy,
                run.draftedAt,
                run.approvedBy,
                run.approvedAt,
                items);
    }

    private static Problem unknown(UUID runId) {
        return Problem.notFound("payment run", runId);
    }
}
