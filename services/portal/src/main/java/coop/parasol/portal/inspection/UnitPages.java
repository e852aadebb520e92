package coop.parasol.portal.inspection;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.inspection.Drafts.Draft;
import coop.parasol.portal.inspection.InspectionClient.UnitResult;
import coop.parasol.portal.page.FormFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.jspecify.annotations.Nullable;

/** Recording what is found at each unit of a sample, some units a page. */
@Path("inspections")
@Blocking
final class UnitPages {

    private final Drafts drafts;

    UnitPages(Drafts drafts) {
        this.drafts = drafts;
    }

    @CheckedTemplate(basePath = "inspection")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance units(Draft draft, UnitForm units, FormFields form);
    }

    @GET
    @Path("{batchId}/units")
    public TemplateInstance units(
            @PathParam("batchId") UUID batchId,
            @QueryParam("inspection") @Nullable UUID inspectionId,
            @QueryParam("page") @DefaultValue("1") int page) {
        Draft draft = drafts.load(batchId, inspectionId);
        FormFields form = FormFields.empty()
                .with("inspection", draft.inspectionId())
                .with("etag", draft.etag())
                .with("page", page);
        return Templates.units(draft, UnitForm.of(draft.sheet(), page, form, true), form);
    }

    @POST
    @Path("{batchId}/units")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        UUID inspection = UUID.fromString(form.text("inspection"));
        int page = Integer.parseInt(form.text("page"));
        boolean begun = form.optional("etag") != null;
        Draft loaded = drafts.load(batchId, begun ? inspection : null);
        Draft draft = begun || loaded.saved() != null ? loaded : new Draft(loaded.sheet(), inspection, null, null);
        UnitForm units = UnitForm.of(draft.sheet(), page, form, false);
        List<UnitResult> results = units.results(form);
        if (form.isRefused()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.units(draft, UnitForm.of(draft.sheet(), page, form, false), form))
                    .build();
        }
        try {
            drafts.save(draft, form, draft.with(results));
        } catch (ServiceProblem refused) {
            return form.refusedBy(
                    refused, () -> Templates.units(draft, UnitForm.of(draft.sheet(), page, form, false), form));
        }
        boolean next = !form.text("then").equals("save") && page < units.pages();
        return Response.seeOther(URI.create(
                        next
                                ? "/inspections/" + batchId + "/units?inspection=" + draft.inspectionId() + "&page="
                                        + (page + 1)
                                : "/inspections/" + batchId))
                .build();
    }
}
