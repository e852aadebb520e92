package coop.parasol.portal.treasury;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Partners' invoices at the service distribution, as far as the treasurer's pages need them. */
@RegisterRestClient(configKey = "distribution")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface SalesInvoicesClient {

    /** An invoice to a partner, or a debit note for goods of earlier ones, which is of no shipment. */
    record Invoice(
            UUID invoiceId,
            String invoiceNumber,
            String kind,
            UUID orderId,
            @Nullable String orderReference,
            @Nullable UUID shipmentId,
            UUID partnerId,
            @Nullable String partnerName,
            Money total,
            String state,
            Instant issuedAt,
            @Nullable Instant paidAt,
            @Nullable String bankReference,
            @Nullable List<InvoiceLine> lines) {}

    /** A line of an invoice; only that of a debit note has a former price. */
    record InvoiceLine(
            int line,
            String product,
            String grade,
            String lot,
            Quantity quantity,
            UnitPrice unitPrice,
            @Nullable UnitPrice formerUnitPrice,
            Money amount,
            boolean recalled) {}

    /** The payment of an invoice. */
    record Payment(@Nullable Sum amount, @Nullable String bankReference) {}

    /** An amount as it was typed: the service says what is wrong with it. */
    record Sum(@Nullable String amount, @Nullable String currency) {}

    @GET
    @Path("invoices")
    Listed<Invoice> invoices(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("state") @Nullable String state,
            @QueryParam("number") @Nullable String number,
            @QueryParam("bankReference") @Nullable String bankReference,
            @QueryParam("total") @Nullable String total,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("invoices/{invoiceId}")
    Invoice invoice(@PathParam("invoiceId") UUID invoiceId);

    @POST
    @Path("invoices/{invoiceId}/payment")
    Invoice pay(@PathParam("invoiceId") UUID invoiceId, @HeaderParam("Idempotency-Key") String key, Payment payment);
}
