package coop.parasol.portal.partner;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.portal.client.CallHeaders;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ProblemReader;
import jakarta.ws.rs.GET;
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

/** A partner's invoices and debit notes at the service distribution. */
@RegisterRestClient(configKey = "distribution")
@RegisterClientHeaders(CallHeaders.class)
@RegisterProvider(ProblemReader.class)
@Path("/")
public interface InvoiceClient {

    /** An invoice, or a debit note, which is of no shipment; {@code lines} are absent in lists. */
    record Invoice(
            UUID invoiceId,
            String invoiceNumber,
            String kind,
            UUID orderId,
            @Nullable String orderReference,
            @Nullable UUID shipmentId,
            Money total,
            String state,
            Instant issuedAt,
            @Nullable Instant paidAt,
            @Nullable String bankReference,
            @Nullable List<InvoiceLine> lines) {

        public boolean isPaid() {
            return state.equals("PAID");
        }

        public boolean isDebitNote() {
            return kind.equals("DEBIT_NOTE");
        }
    }

    /** Goods of one lot on an invoice; former price and invoice are those of a debit note. */
    record InvoiceLine(
            int line,
            String product,
            String grade,
            String lot,
            Quantity quantity,
            UnitPrice unitPrice,
            @Nullable UnitPrice formerUnitPrice,
            Money amount,
            @Nullable UUID debitedInvoiceId,
            boolean recalled) {}

    @GET
    @Path("invoices")
    Listed<Invoice> invoices(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit,
            @QueryParam("sort") @Nullable String sort);

    @GET
    @Path("invoices/{invoiceId}")
    Invoice invoice(@PathParam("invoiceId") UUID invoiceId);
}
