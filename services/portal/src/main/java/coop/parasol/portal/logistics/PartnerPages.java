package coop.parasol.portal.logistics;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListOrder;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Partners with their terms. */
@Path("logistics/partners")
@Blocking
final class PartnerPages {

    private static final int PAGE = 50;

    private final LogisticsMessages words = Words.of(LogisticsMessages.class);
    private final LogisticsClient logistics;

    PartnerPages(@RestClient LogisticsClient logistics) {
        this.logistics = logistics;
    }

    @CheckedTemplate(basePath = "logistics")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance partners(Listed<LogisticsClient.Partner> partners, ListOrder order);

        static native TemplateInstance partner(UUID id, FormFields form);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("sort") @Nullable String sort, @QueryParam("after") @Nullable String after) {
        ListOrder order = ListOrder.of("/logistics/partners?", sort);
        return Templates.partners(logistics.partners(after, PAGE, order.chosen()), order);
    }

    @GET
    @Path("register")
    public TemplateInstance form() {
        List<LogisticsClient.Partner> others = logistics.partners(null, 1, null).items();
        return Templates.partner(
                UUID.randomUUID(),
                FormFields.empty()
                        .with("heading", words.registerAPartner())
                        .with("seen", "*") // there is no earlier version to have seen
                        .with(
                                "currency",
                                others.isEmpty()
                                        ? null
                                        : others.getFirst().creditLimit().currency()));
    }

    @GET
    @Path("{partnerId}")
    public TemplateInstance show(@PathParam("partnerId") UUID partnerId) {
        var found = logistics.partner(partnerId);
        LogisticsClient.Partner partner = found.getEntity();
        return Templates.partner(
                partnerId,
                FormFields.empty()
                        .with("heading", partner.name())
                        .with("seen", found.getHeaderString(HttpHeaders.ETAG))
                        .with("name", partner.name())
                        .with("country", partner.country())
                        .with("tier", partner.tier())
                        .with("partnerGroup", partner.partnerGroup())
                        .with("creditLimit", partner.creditLimit().decimal().toPlainString())
                        .with("currency", partner.creditLimit().currency())
                        .with("exposure", DeskFormats.sum(partner.exposure())));
    }

    @POST
    @Path("{partnerId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("partnerId") UUID partnerId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            logistics.setPartner(
                    partnerId,
                    form.optional("seen"),
                    new LogisticsClient.PartnerTerms(
                            form.optional("name"),
                            form.optional("country"),
                            form.optional("tier"),
                            form.optional("partnerGroup"),
                            new LogisticsClient.Sum(form.optional("creditLimit"), form.optional("currency"))));
            return Done.at("/logistics/partners/" + partnerId);
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.partner(partnerId, form));
        }
    }
}
