package coop.parasol.portal.partner;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** A partner's invoices, with what it owes or has on order against its credit limit. */
@Path("invoices")
@Blocking
final class InvoicePages {

    private static final int PAGE = 50;
    private static final int MOST = 200;
    private static final List<String> KINDS = List.of("INVOICE", "DEBIT_NOTE");
    private static final List<String> STATES = List.of("ISSUED", "PAID");

    private final PartnerClient distribution;
    private final InvoiceClient invoices;
    private final Parts parts;
    private final Person person;

    InvoicePages(
            @RestClient PartnerClient distribution, @RestClient InvoiceClient invoices, Parts parts, Person person) {
        this.distribution = distribution;
        this.invoices = invoices;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "partner")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance invoices(
                Listed<InvoiceClient.Invoice> invoices,
                Part<PartnerClient.Partner> partner,
                List<String> kinds,
                List<String> states,
                String kind,
                String state,
                ListOrder order);

        static native TemplateInstance invoice(InvoiceClient.Invoice invoice, ProductNames names);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("state") @Nullable String state,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        String ofKind = ListAddress.given(kind);
        UUID partnerId = Objects.requireNonNullElse(person.partnerId(), new UUID(0, 0));
        Parts.Pending<PartnerClient.Partner> partner = parts.start(() -> distribution.partner(partnerId));
        ListOrder order = ListOrder.of(
                ListAddress.of("/invoices")
                        .with("kind", ofKind)
                        .with("state", chosen)
                        .more(),
                sort);
        return Templates.invoices(
                invoices.invoices(ofKind, chosen, after, PAGE, order.chosen()),
                partner.await(),
                KINDS,
                STATES,
                ofKind == null ? "" : ofKind,
                chosen == null ? "" : chosen,
                order);
    }

    @GET
    @Path("{invoiceId}")
    public TemplateInstance show(@PathParam("invoiceId") UUID invoiceId) {
        Parts.Pending<Listed<PartnerClient.Offer>> catalogue =
                parts.start(() -> distribution.catalogue(null, null, MOST));
        return Templates.invoice(invoices.invoice(invoiceId), ProductNames.of(catalogue.await()));
    }
}
