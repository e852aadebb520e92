package coop.parasol.portal.quality;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.ListAddress;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Selling a rejected lot under a concession or in a lower grade: one person proposes it, another approves it. */
@Path("quality/releases")
@Blocking
final class ReleasePages {

    private static final List<String> STATES = List.of("PROPOSED", "APPROVED", "WITHDRAWN");
    private static final int PAGE = 50;
    private static final String LIST = "/quality/releases";
    private final CaseClient quality;
    private final DeskClient desk;
    private final Parts parts;
    private final Person person;

    ReleasePages(@RestClient CaseClient quality, @RestClient DeskClient desk, Parts parts, Person person) {
        this.quality = quality;
        this.desk = desk;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "quality")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance releases(
                Listed<CaseClient.Release> releases, List<String> states, String state, String more);

        static native TemplateInstance release(
                CaseClient.Release release,
                Part<DeskClient.Batch> batch,
                Part<Listed<DeskClient.Inspection>> inspections,
                boolean own,
                FormFields form);

        static native TemplateInstance releaseForm(FormFields form, @Nullable Part<DeskClient.Batch> batch);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("state") @Nullable String state, @QueryParam("after") @Nullable String after) {
        String chosen = ListAddress.given(state);
        return Templates.releases(
                quality.releases(chosen, null, after, PAGE),
                STATES,
                chosen == null ? "" : chosen,
                ListAddress.of("/quality/releases").with("state", chosen).more());
    }

    @GET
    @Path("propose")
    public TemplateInstance form(@QueryParam("batch") @Nullable String batch) {
        return form(FormFields.empty().with("batchId", batch));
    }

    private TemplateInstance form(FormFields form) {
        String batch = form.text("batchId");
        return Templates.releaseForm(
                form, batch.matches("[0-9a-fA-F-]{36}") ? parts.load(() -> desk.batch(UUID.fromString(batch))) : null);
    }

    @POST
    @Path("propose")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            CaseClient.Release release = quality.propose(
                    form.key(),
                    new CaseClient.ReleaseProposal(
                            form.optional("batchId"),
                            form.optional("kind"),
                            form.optional("grade"),
                            form.optional("reason")));
            return Response.seeOther(URI.create(LIST + "/" + release.releaseId()))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> form(form));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") UUID id) {
        return show(id, FormFields.empty());
    }

    private TemplateInstance show(UUID id, FormFields form) {
        CaseClient.Release release = quality.release(id);
        var inspections = parts.start(() -> desk.inspections(release.batchId()));
        Part<DeskClient.Batch> batch = parts.load(() -> desk.batch(release.batchId()));
        return Templates.release(
                release, batch, inspections.await(), release.proposedBy().equals(person.subject()), form);
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            quality.approveRelease(id, form.key());
            return Response.seeOther(URI.create(LIST + "/" + id)).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> show(id, form));
        }
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        quality.withdrawRelease(id);
        return Response.seeOther(URI.create(LIST + "/" + id)).build();
    }
}
