package coop.parasol.portal.treasury;

import coop.parasol.contracts.Money;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Payables, payment runs and bank statements at the service membership. */
@RegisterRestClient(configKey = "membership")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface PaymentsClient {

    /** An amount that the firm owes a member. */
    record Payable(
            UUID payableId,
            @Nullable String memberName,
            String kind,
            UUID sourceId,
            UUID memberId,
            Money amount,
            Money setOff,
            LocalDate dueOn,
            String narrative,
            String state,
            @Nullable String heldBecause,
            @Nullable Money reportedPaid,
            @Nullable String reportedReference,
            boolean awaitsDecision,
            @Nullable UUID runId,
            @Nullable String iban,
            @Nullable String bankReference,
            @Nullable Instant paidAt,
            int transferNumber,
            @Nullable Instant returnedAt,
            @Nullable String returnReference,
            @Nullable String returnReason) {}

    /** A payable with its history. */
    record Detail(Payable payable, List<Step> history) {}

    /** A change of a payable. */
    record Step(String change, @Nullable String detail, String actor, Instant changedAt) {}

    /** That the bank has paid. */
    record PayablePayment(@Nullable String bankReference) {}

    /** That the bank has rejected a transfer. */
    record Rejection(@Nullable String reason) {}

    /** That an amount has come back. */
    record Return(@Nullable String bankReference, @Nullable String reason) {}

    /** Payables that are paid together. */
    record PaymentRun(
            UUID runId,
            String state,
            LocalDate dueUntil,
            int payables,
            Money total,
            String draftedBy,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable List<Payable> items) {}

    /** Until when what is due is taken into a run. */
    record PaymentRunDraft(@Nullable String dueUntil) {}

    /** An uploaded statement. */
    record BankStatement(
            UUID statementId, String messageId, String receivedBy, Instant receivedAt, List<StatementLine> lines) {}

    /** A line of a statement, and what became of it. */
    record StatementLine(
            @Nullable String endToEndId,
            @Nullable String amount,
            String bankReference,
            String outcome,
            @Nullable String detail) {}

    @GET
    @Path("payables")
    Listed<Payable> payables(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("state") @Nullable String state,
            @QueryParam("awaitsDecision") @Nullable Boolean awaitsDecision,
            @QueryParam("sort") @Nullable String sort);

    /** Those of an amount, or that a transfer has paid. */
    @GET
    @Path("payables")
    Listed<Payable> find(
            @QueryParam("bankReference") @Nullable String bankReference,
            @QueryParam("amount") @Nullable String amount,
            @QueryParam("limit") int limit);

    @GET
    @Path("payables/{payableId}")
    Detail payable(@PathParam("payableId") UUID payableId);

    @POST
    @Path("payables/{payableId}/payment")
    Payable paid(
            @PathParam("payableId") UUID payableId,
            @HeaderParam("Idempotency-Key") String key,
            PayablePayment payablePayment);

    @POST
    @Path("payables/{payableId}/rejection")
    Payable rejected(
            @PathParam("payableId") UUID payableId, @HeaderParam("Idempotency-Key") String key, Rejection rejection);

    @POST
    @Path("payables/{payableId}/return")
    Payable returned(@PathParam("payableId") UUID payableId, @HeaderParam("Idempotency-Key") String key, Return report);

    @GET
    @Path("payment-runs")
    Listed<PaymentRun> runs(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("payment-runs/{runId}")
    RestResponse<PaymentRun> run(@PathParam("runId") UUID runId);

    @POST
    @Path("payment-runs")
    PaymentRun draft(@HeaderParam("Idempotency-Key") String key, PaymentRunDraft paymentRunDraft);

    @DELETE
    @Path("payment-runs/{runId}")
    PaymentRun withdraw(@PathParam("runId") UUID runId, @HeaderParam("If-Match") String seen);

    @POST
    @Path("payment-runs/{runId}/approval")
    PaymentRun approve(
            @PathParam("runId") UUID runId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("payment-runs/{runId}/pain.001")
    @Produces("application/xml")
    byte[] bankFile(@PathParam("runId") UUID runId);

    @GET
    @Path("bank-statements")
    Listed<BankStatement> statements(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @POST
    @Path("bank-statements")
    @Consumes("application/xml")
    RestResponse<BankStatement> upload(byte[] document);
}
