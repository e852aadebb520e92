package coop.parasol.portal.treasury;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Check;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.search.Query;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Partners' invoices, and the entry of their payment. */
@Path("treasury/invoices")
@Blocking
final class SalesInvoicePages {

    private static final int PAGE = 50;
    private static final List<String> KINDS = List.of("INVOICE", "DEBIT_NOTE");
    private static final List<String> STATES = List.of("ISSUED", "PAID");
    private static final String HOME = "/treasury/invoices/";

    private final TreasuryMessages words = Words.of(TreasuryMessages.class);
    private final ReceiptMessages receipts = Words.of(ReceiptMessages.class);
    private final SalesInvoicesClient invoices;

    SalesInvoicePages(@RestClient SalesInvoicesClient invoices) {
        this.invoices = invoices;
    }

    @CheckedTemplate(basePath = "treasury")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance invoices(
                Listed<SalesInvoicesClient.Invoice> invoices,
                List<String> kinds,
                List<String> states,
                FormFields filter,
                boolean filtered,
                ListOrder order);

        static native TemplateInstance invoice(SalesInvoicesClient.Invoice invoice, FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("state") @Nullable String state,
            @QueryParam("number") @Nullable String number,
            @QueryParam("bankReference") @Nullable String bankReference,
            @QueryParam("total") @Nullable String total,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        FormFields filter = FormFields.empty()
                .with("kind", kind)
                .with("state", state)
                .with("number", number)
                .with("bankReference", bankReference)
                .with("total", total);
        ListOrder order = ListOrder.of(
                ListAddress.of("/treasury/invoices")
                        .with("kind", kind)
                        .with("state", state)
                        .with("number", number)
                        .with("bankReference", bankReference)
                        .with("total", total)
                        .more(),
                sort);
        return Templates.invoices(
                found(filter, order, after),
                KINDS,
                STATES,
                filter,
                Stream.of("kind", "state", "number", "bankReference", "total")
                        .anyMatch(name -> filter.optional(name) != null),
                order);
    }

    /** None where the sum is no sum, which the filter then says. */
    private Listed<SalesInvoicesClient.Invoice> found(FormFields filter, ListOrder order, @Nullable String after) {
        Query total = new Query(filter.text("total"));
        boolean filtersTotal = !total.text().isEmpty();
        if (filtersTotal && !total.isAmount()) {
            filter.refuse("total", receipts.sumInDigits());
            return new Listed<>(List.of(), null);
        }
        try {
            return invoices.invoices(
                    after,
                    PAGE,
                    filter.optional("kind"),
                    filter.optional("state"),
                    filter.optional("number"),
                    filter.optional("bankReference"),
                    filtersTotal ? total.amount() : null,
                    order.chosen());
        } catch (ServiceProblem refused) {
            if (refused.document().fields().isEmpty()) {
                throw refused;
            }
            filter.refuse(refused);
            return new Listed<>(List.of(), null);
        }
    }

    @GET
    @Path("{invoiceId}")
    public TemplateInstance show(@PathParam("invoiceId") UUID invoiceId) {
        return Templates.invoice(invoices.invoice(invoiceId), FormFields.empty());
    }

    @POST
    @Path("{invoiceId}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("invoiceId") UUID invoiceId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        SalesInvoicesClient.Invoice invoice = invoices.invoice(invoiceId);
        form.requireAmount("amount");
        form.require("bankReference");
        if (form.isRefused()) {
            return form.incomplete(() -> Templates.invoice(invoice, form));
        }
        return Check.of(
                        words.enterThePaymentOf(),
                        words.itIsBookedAs(),
                        HOME + invoiceId + "/payment",
                        words.enterThePayment182(),
                        HOME + invoiceId)
                .fact(words.invoice(), invoice.invoiceNumber())
                .fact(words.sum(), DeskFormats.sum(invoice.total()))
                .fact(words.amountReceived(), form.number("amount") + " " + form.text("currency"))
                .fact(words.bankReference(), form.text("bankReference"))
                .field("amount", form.number("amount"))
                .field("currency", form.text("currency"))
                .field("bankReference", form.text("bankReference"))
                .page();
    }

    @POST
    @Path("{invoiceId}/payment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(@PathParam("invoiceId") UUID invoiceId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            SalesInvoicesClient.Invoice paid = invoices.pay(
                    invoiceId,
                    form.key(),
                    new SalesInvoicesClient.Payment(
                            new SalesInvoicesClient.Sum(form.optionalNumber("amount"), form.optional("currency")),
                            form.optional("bankReference")));
            return Done.at(HOME + invoiceId, paid.invoiceNumber());
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.invoice(invoices.invoice(invoiceId), form));
        }
    }
}
