package coop.parasol.portal.inspection;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.inspection.Drafts.Draft;
import coop.parasol.portal.inspection.InspectionClient.Characteristic;
import coop.parasol.portal.inspection.InspectionClient.Finding;
import coop.parasol.portal.inspection.InspectionClient.Inspection;
import coop.parasol.portal.inspection.InspectionClient.Instrument;
import coop.parasol.portal.inspection.InspectionClient.Plan;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What an inspection has besides its units: instruments, day, grade and remarks; or totals instead of units. */
@Path("inspections")
@Blocking
final class DetailPages {

    private static final int PAGE = 200;
    private final InspectionClient quality;
    private final Drafts drafts;
    private final Parts parts;
    private final Firm firm;

    DetailPages(@RestClient InspectionClient quality, Drafts drafts, Parts parts, Firm firm) {
        this.quality = quality;
        this.drafts = drafts;
        this.parts = parts;
        this.firm = firm;
    }

    @CheckedTemplate(basePath = "inspection")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance details(
                Draft draft, List<Measured> measured, Part<Listed<Instrument>> instruments, FormFields form);

        static native TemplateInstance counts(Draft draft, FormFields form);
    }

    /** A measured characteristic and the name of its field. */
    record Measured(String field, String name) {}

    @GET
    @Path("{batchId}/details")
    public TemplateInstance details(
            @PathParam("batchId") UUID batchId, @QueryParam("inspection") @Nullable UUID inspectionId) {
        Parts.Pending<Listed<Instrument>> instruments = parts.start(() -> quality.instruments(PAGE));
        Draft draft = drafts.load(batchId, inspectionId);
        FormFields form = begin(draft);
        Inspection saved = draft.saved();
        if (saved != null) {
            form.with("grade", saved.grade()).with("remarks", saved.remarks()).with("measuredOn", saved.measuredOn());
            measured(draft)
                    .forEach(each -> form.with(
                            each.field(),
                            saved.instruments() == null
                                    ? null
                                    : saved.instruments().get(each.name())));
        }
        return Templates.details(draft, measured(draft), instruments.await(), form);
    }

    @POST
    @Path("{batchId}/details")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response saveDetails(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Draft draft = sent(batchId, form);
        Finding before = draft.finding();
        Map<String, UUID> instruments = new HashMap<>();
        for (Measured each : measured(draft)) {
            if (form.optional(each.field()) != null) {
                instruments.put(each.name(), UUID.fromString(form.text(each.field())));
            }
        }
        Finding finding = new Finding(
                before.inspectionId(),
                before.inspected(),
                before.defectives(),
                before.results(),
                form.optional("grade"),
                form.optional("remarks"),
                instruments,
                instruments.isEmpty() ? null : form.optional("measuredOn"));
        try {
            drafts.save(draft, form, finding);
            return Response.seeOther(URI.create("/inspections/" + batchId)).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(
                    refused,
                    () -> Templates.details(draft, measured(draft), parts.load(() -> quality.instruments(PAGE)), form));
        }
    }

    @GET
    @Path("{batchId}/counts")
    public TemplateInstance counts(
            @PathParam("batchId") UUID batchId, @QueryParam("inspection") @Nullable UUID inspectionId) {
        Draft draft = drafts.load(batchId, inspectionId);
        FormFields form = begin(draft);
        plans(draft).forEach(plan -> {
            Inspection saved = draft.saved();
            Integer found = saved == null || saved.defectives() == null
                    ? null
                    : saved.defectives().get(plan.defectClass());
            form.with("defectives." + plan.defectClass(), found == null ? 0 : found);
        });
        return Templates.counts(draft, form);
    }

    @POST
    @Path("{batchId}/counts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response saveCounts(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Draft draft = sent(batchId, form);
        Map<String, Integer> found = new HashMap<>();
        for (Plan plan : plans(draft)) {
            String field = "defectives." + plan.defectClass();
            if (form.text(field).matches("\\d{1,9}")) {
                found.put(plan.defectClass(), Integer.valueOf(form.text(field)));
            } else {
                form.refuse(field, Words.of(UnitMessages.class).sayHowManyWere());
            }
        }
        Finding before = draft.finding();
        try {
            if (!form.isRefused()) {
                drafts.save(
                        draft,
                        form,
                        new Finding(
                                before.inspectionId(),
                                draft.batch().sampleSize(),
                                found,
                                null,
                                before.grade(),
                                before.remarks(),
                                null,
                                null));
                return Response.seeOther(URI.create("/inspections/" + batchId)).build();
            }
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.counts(draft, form))
                    .build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.counts(draft, form));
        }
    }

    private FormFields begin(Draft draft) {
        return FormFields.empty()
                .with("inspection", draft.inspectionId())
                .with("etag", draft.etag())
                .with("measuredOn", firm.today());
    }

    private Draft sent(UUID batchId, FormFields form) {
        boolean begun = form.optional("etag") != null;
        UUID inspection = UUID.fromString(form.text("inspection"));
        Draft loaded = drafts.load(batchId, begun ? inspection : null);
        return begun || loaded.saved() != null ? loaded : new Draft(loaded.sheet(), inspection, null, null);
    }

    private static List<Plan> plans(Draft draft) {
        return draft.batch().plans() == null ? List.of() : draft.batch().plans();
    }

    private static List<Measured> measured(Draft draft) {
        List<Characteristic> all = draft.sheet().standard().characteristics();
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isMeasured()) {
                measured.add(new Measured("instrument" + i, all.get(i).name()));
            }
        }
        return measured;
    }
}
