package coop.parasol.distribution.invoice;

import coop.parasol.contracts.Money;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invoices at the border. */
@Path("/invoices")
@Tag(name = "Invoices")
public class InvoiceResource {

    private static final String[] DESKS = {"treasurer", "logistics-desk"};

    private final Invoices invoices;
    private final ReceivePayment receivePayment;
    private final Caller caller;

    InvoiceResource(Invoices invoices, ReceivePayment receivePayment, Caller caller) {
        this.invoices = invoices;
        this.receivePayment = receivePayment;
        this.caller = caller;
    }

    /** Money that came in. */
    public record Payment(
            @NotNull Money amount,
            @NotBlank @Size(max = 140) String bankReference) {}

    @GET
    @RolesAllowed({"partner", "treasurer", "logistics-desk"})
    @Transactional
    @Operation(summary = "Invoices without their lines, newest first; a partner sees its own")
    public Page<Invoice> list(@BeanParam @Valid PageQuery query) {
        UUID whose = caller.hasAny(DESKS) ? null : caller.partner();
        return Page.of(
                invoices.page(whose, query.afterId(), query.fetch()),
                query.limit,
                invoice -> invoice.invoiceId().toString());
    }

    @GET
    @Path("/{invoiceId}")
    @RolesAllowed({"partner", "treasurer", "logistics-desk"})
    @Transactional
    @Operation(summary = "One invoice with its lines")
    public Invoice get(@PathParam("invoiceId") UUID invoiceId) {
        Invoice invoice = invoices.find(invoiceId).orElseThrow(() -> Problem.notFound("invoice", invoiceId));
        caller.requirePartnerOr(invoice.partnerId(), DESKS);
        return invoice;
    }

    @POST
    @Path("/{invoiceId}/payment")
    @RolesAllowed("treasurer")
    @Idempotent
    @Transactional
    @Operation(summary = "Enter the payment of an invoice, in full")
    public Response pay(@PathParam("invoiceId") UUID invoiceId, @Valid @NotNull Payment payment) {
        return switch (receivePayment.receive(
                invoiceId, payment.amount(), payment.bankReference(), Cause.of(caller.actor()))) {
            case ReceivePayment.Paid paid -> Response.ok(paid.invoice()).build();
            case ReceivePayment.UnknownInvoice unknown -> throw Problem.notFound("invoice", invoiceId);
            case ReceivePayment.WrongAmount wrong ->
                throw Problem.invalid("amount", "wrong-amount", "The invoice is over " + wrong.due() + ".");
            case ReceivePayment.PaidBefore before ->
                throw Problem.refused("already-paid", "It was paid with " + before.bankReference() + ".");
        };
    }
}
