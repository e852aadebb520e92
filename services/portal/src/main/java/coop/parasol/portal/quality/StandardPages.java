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
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Standards: those in force, drafts, drafting another version, and publishing a draft as the second person. */
@Path("quality/standards")
@Blocking
final class StandardPages {

    private static final int PAGE = 50;
    private static final int DRAFTS = 200;
    private static final String PATH = "/quality/standards/";
    private final StandardClient quality;
    private final Parts parts;
    private final Person person;

    StandardPages(@RestClient StandardClient quality, Parts parts, Person person) {
        this.quality = quality;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "quality")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance standards(
                Listed<StandardClient.Standard> standards,
                Part<Listed<StandardClient.Standard>> drafts,
                FormFields filter,
                String more);

        static native TemplateInstance standard(
                StandardClient.Standard standard,
                @Nullable Part<StandardClient.Standard> inForce,
                boolean own,
                FormFields form);

        static native TemplateInstance standardForm(
                FormFields form, List<StandardForm.Row> rows, List<StandardForm.Row> rules);
    }

    @GET
    public TemplateInstance list(@QueryParam("q") @Nullable String text, @QueryParam("after") @Nullable String after) {
        FormFields filter = FormFields.empty().with("q", text);
        var drafts = parts.start(() -> quality.standards(null, "DRAFT", null, DRAFTS));
        return Templates.standards(
                quality.standards(filter.optional("q"), null, after, PAGE),
                drafts.await(),
                filter,
                ListAddress.of("/quality/standards").with("q", text).more());
    }

    @GET
    @Path("new")
    public TemplateInstance form(@QueryParam("from") @Nullable String product) {
        return page(product == null ? StandardForm.empty() : StandardForm.of(quality.standard(product, null)));
    }

    private static TemplateInstance page(FormFields form) {
        return Templates.standardForm(form, StandardForm.rows("c", form), StandardForm.rows("g", form));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draft(MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Map<String, Object> specification = StandardForm.specification(form);
        if (form.isRefused()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(form))
                    .build();
        }
        try {
            StandardClient.Standard standard = quality.draft(form.key(), specification);
            String id = standard.standardId() != null && standard.isDraft()
                    ? standard.standardId().toString()
                    : standard.product();
            return Response.seeOther(URI.create(PATH + id)).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> page(form));
        }
    }

    @GET
    @Path("{product}")
    public TemplateInstance show(
            @PathParam("product") String product, @QueryParam("version") @Nullable Integer version) {
        return show(product, version, FormFields.empty());
    }

    private TemplateInstance show(String product, @Nullable Integer version, FormFields form) {
        StandardClient.Standard standard = quality.standard(product, version);
        Part<StandardClient.Standard> inForce =
                standard.isDraft() ? parts.load(() -> quality.standard(standard.product(), null)) : null;
        return Templates.standard(standard, inForce, person.subject().equals(standard.draftedBy()), form);
    }

    @POST
    @Path("{standardId}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("standardId") String standardId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        try {
            StandardClient.Standard standard = quality.approve(standardId, form.key());
            return Response.seeOther(URI.create(PATH + standard.product())).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> show(standardId, null, form));
        }
    }

    @POST
    @Path("{standardId}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("standardId") String standardId, MultivaluedMap<String, String> sent) {
        quality.withdraw(standardId);
        return Response.seeOther(URI.create("/quality/standards")).build();
    }
}
