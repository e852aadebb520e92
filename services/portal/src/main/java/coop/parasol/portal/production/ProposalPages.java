package coop.parasol.portal.production;

import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.desk.Done;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What the firm proposes to a producer to commit, accepted with one click, and what the producer has delivered before. */
@Path("proposals")
@Blocking
final class ProposalPages {

    private static final int PAGE = 50;
    private static final int MOST_PRODUCTS = 200;

    private final ProposalClient production;
    private final Parts parts;

    ProposalPages(@RestClient ProposalClient production, Parts parts) {
        this.production = production;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance proposals(
                Listed<ProposalClient.Proposal> proposals,
                Part<Listed<ProposalClient.Reliability>> reliability,
                FormFields form);
    }

    @GET
    public TemplateInstance show(@QueryParam("after") @Nullable String after) {
        return page(after, FormFields.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            production.accept(
                    form.key(),
                    new ProposalClient.Acceptance(
                            form.optional("product"),
                            form.optional("grade"),
                            form.optional("period"),
                            new ProductionClient.Amount(form.number("quantity"), form.text("unit")),
                            form.optional("route")));
            return Done.at("/proposals");
        } catch (ServiceProblem refused) {
            return form.refusedBy(FieldPaths.ofWhole(refused, "quantity"), () -> page(null, form));
        }
    }

    private TemplateInstance page(@Nullable String after, FormFields form) {
        var reliability = parts.start(() -> production.reliability(null, MOST_PRODUCTS));
        return Templates.proposals(production.proposals(after, PAGE), reliability.await(), form);
    }
}
