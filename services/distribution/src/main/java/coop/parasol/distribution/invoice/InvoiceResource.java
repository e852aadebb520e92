package coop.parasol.distribution.invoice;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Money;
import coop.parasol.distribution.order.OrderRepository;
import coop.parasol.distribution.partner.PartnerNames;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.persistence.RetryOnDeadlock;
import coop.parasol.web.Caller;
import coop.parasol.web.Idempotent;
import coop.parasol.web.Page;
import coop.parasol.web.PageQuery;
import coop.parasol.web.Problem;
import coop.parasol.web.SortKeys;
import coop.parasol.web.SortQuery;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.valueextraction.Unwrapping;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** REST: invoices, debit notes and their payment. */
@Path("/invoices")
@Tag(name = "Invoices")
public class InvoiceResource {

    private static final SortKeys<Invoice> SORT = SortKeys.<Invoice>newestFirst(
                    "invoiceId", invoice -> invoice.invoiceId)
            .byTime("issuedAt")
            .byText("invoiceNumber", "number", invoice -> invoice.number)
            .byNumber("total", "total", invoice -> invoice.total);

    private static final String[] DESKS = {"treasurer", "logistics-desk"};

    private final ReceivePayment receivePayment;
    private final BatchRepository batches;
    private final PartnerNames partnerNames;
    private final OrderRepository orders;
    private final FirmCurrency currency;
    private final Caller caller;

    InvoiceResource(
            ReceivePayment receivePayment,
            BatchRepository batches,
            PartnerNames partnerNames,
            OrderRepository orders,
            FirmCurrency currency,
            Caller caller) {
        this.receivePayment = receivePayment;
        this.batches = batches;
        this.partnerNames = partnerNames;
        this.orders = orders;
        this.currency = currency;
        this.caller = caller;
    }

    /**
     * A payment as it came in on the bank account.
     *
     * @param bankReference the bank's own reference of the transfer, which pays one invoice however it is spelt
     */
    public record Payment(
            @NotNull Money amount,
            @NotNull(payload = Unwrapping.Skip.class) Identifier bankReference) {}

    @GET
    @RolesAllowed({"partner", "treasurer", "logistics-desk"})
    @Transactional
    @Operation(
            summary =
                    "List invoices and debit notes without their lines, newest first or sorted by issuedAt, invoiceNumber or"
                            + " total, of one kind, state, number, total or transfer that has paid it; a partner sees its own")
    public Page<InvoiceView> list(
            @BeanParam @Valid PageQuery query,
            @BeanParam @Valid SortQuery sort,
            @QueryParam("kind") Invoice.@Nullable Kind kind,
            @QueryParam("state") Invoice.@Nullable State state,
            @QueryParam("number") @Nullable String number,
            @QueryParam("bankReference") @Nullable Identifier bankReference,
            @QueryParam("total") @Nullable BigDecimal total) {
        Invoice.Filter filter = new Invoice.Filter(
                caller.hasAny(DESKS) ? null : caller.partner(),
                kind,
                state,
                number,
                Identifier.normalOrNull(bankReference),
                total == null ? null : minor(total));
        Page<Invoice> page = SORT.page(query, sort, (place, maxRows) -> Invoice.page(place, maxRows, filter));
        InvoiceView.Names names = names(page.items());
        return page.map(invoice -> InvoiceView.withoutLines(invoice, names, currency));
    }

    /** An amount of the firm's currency in minor units; 422 {@code malformed-amount} if the currency has not so many decimals. */
    private long minor(BigDecimal amount) {
        try {
            return Money.of(amount.toPlainString(), currency.code()).minor();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("total", "malformed-amount", "Give an amount in " + currency.code() + ".");
        }
    }

    private InvoiceView.Names names(List<Invoice> invoices) {
        return new InvoiceView.Names(
                partnerNames.of(
                        invoices.stream().map(invoice -> invoice.partnerId).toList()),
                orders.references(
                        invoices.stream().map(invoice -> invoice.orderId).toList()));
    }

    private InvoiceView view(Invoice invoice) {
        return InvoiceView.of(invoice, names(List.of(invoice)), currency, recalledAmong(invoice));
    }

    @GET
    @Path("/{invoiceId}")
    @RolesAllowed({"partner", "treasurer", "logistics-desk"})
    @Transactional
    @Operation(summary = "Show an invoice with its lines; a partner sees its own")
    public InvoiceView get(@PathParam("invoiceId") UUID invoiceId) {
        Invoice invoice =
                Invoice.<Invoice>findByIdOptional(invoiceId).orElseThrow(() -> Problem.notFound("invoice", invoiceId));
        caller.requirePartnerOr(invoice.partnerId, DESKS);
        return view(invoice);
    }

    @POST
    @Path("/{invoiceId}/payment")
    @RolesAllowed("treasurer")
    @Idempotent
    @ApplyGuard(RetryOnDeadlock.GUARD)
    @Transactional
    @Operation(summary = "Enter the payment of an invoice; it is paid in full and at once")
    public Response pay(@PathParam("invoiceId") UUID invoiceId, @Valid @NotNull Payment payment) {
        return switch (receivePayment.receive(
                invoiceId, payment.amount(), payment.bankReference(), Cause.of(caller.actor()))) {
            case ReceivePayment.Paid paid -> Response.ok(view(paid.invoice())).build();
            case ReceivePayment.UnknownInvoice unknown -> throw Problem.notFound("invoice", invoiceId);
            case ReceivePayment.WrongAmount wrong ->
                throw Problem.invalid("amount", "wrong-amount", "The invoice amounts to " + wrong.due() + ".");
            case ReceivePayment.TransferUsed used ->
                throw Problem.refused(
                        "transfer-used",
                        "The transfer " + payment.bankReference().written() + " has paid invoice "
                                + used.invoiceNumber() + " already.");
            case ReceivePayment.PaidBefore before ->
                throw Problem.refused(
                        "already-paid", "It was paid before, with bank reference " + before.bankReference() + ".");
        };
    }

    private Set<UUID> recalledAmong(Invoice invoice) {
        return batches.recalledAmong(
                invoice.lines.stream().map(Invoice.Line::batchId).toList());
    }
}
