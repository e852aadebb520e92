package coop.parasol.portal.inspection;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.inspection.Drafts.Draft;
import coop.parasol.portal.inspection.InspectionClient.Finding;
import coop.parasol.portal.inspection.InspectionClient.Inspection;
import coop.parasol.portal.inspection.InspectionClient.Sheet;
import coop.parasol.portal.inspection.SampleSheet.Progress;
import coop.parasol.portal.page.FormFields;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** One inspection: what is done of it and what is not, the check before it is submitted, and what came of it. */
@Path("inspections")
@Blocking
final class InspectionPages {

    private final InspectionClient quality;
    private final Drafts drafts;

    InspectionPages(@RestClient InspectionClient quality, Drafts drafts) {
        this.quality = quality;
        this.drafts = drafts;
    }

    @CheckedTemplate(basePath = "inspection")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance inspection(SampleSheet sheet, Sheet at, Tasks tasks, FormFields form);

        static native TemplateInstance check(Draft draft, Tasks tasks, FormFields form);
    }

    /**
     * How far the tasks of an inspection are.
     *
     * @param counted whether totals are entered instead of units
     * @param gradeOpen whether the auditor has to give a grade and has not
     * @param instrumentsOpen measured characteristics without an instrument
     */
    record Tasks(
            boolean counted,
            long untouched,
            long incomplete,
            long good,
            long nonconforming,
            boolean complete,
            boolean gradeOpen,
            List<String> instrumentsOpen) {

        static Tasks of(SampleSheet sheet, @Nullable Inspection own) {
            boolean counted = own != null && own.inspected() != null;
            var progress = sheet.progress();
            List<String> measured = sheet.standard().characteristics().stream()
                    .filter(InspectionClient.Characteristic::isMeasured)
                    .map(InspectionClient.Characteristic::name)
                    .filter(name -> own == null
                            || own.instruments() == null
                            || !own.instruments().containsKey(name))
                    .toList();
            return new Tasks(
                    counted,
                    progress.getOrDefault(Progress.UNTOUCHED, 0L),
                    progress.getOrDefault(Progress.INCOMPLETE, 0L),
                    progress.getOrDefault(Progress.GOOD, 0L),
                    progress.getOrDefault(Progress.NONCONFORMING, 0L),
                    counted || sheet.isComplete(),
                    sheet.standard().gradeRules().isEmpty() && (own == null || own.grade() == null),
                    measured);
        }

        /** The same where there is no instrument that could be named. */
        Tasks withoutInstruments() {
            return new Tasks(counted, untouched, incomplete, good, nonconforming, complete, gradeOpen, List.of());
        }

        public boolean isReady() {
            return complete && !gradeOpen;
        }

        public boolean isUntouched() {
            return !counted && incomplete + good + nonconforming == 0;
        }

        public long touched() {
            return good + nonconforming;
        }
    }

    @GET
    @Path("{batchId}")
    public TemplateInstance show(@PathParam("batchId") UUID batchId) {
        Sheet at = quality.sheet(batchId);
        SampleSheet sheet = SampleSheet.of(
                at.batch(), at.standard(), at.own() == null ? null : at.own().results());
        Tasks tasks = Tasks.of(sheet, at.own());
        boolean isNameable = !tasks.instrumentsOpen().isEmpty()
                && !quality.instruments(1).items().isEmpty();
        return Templates.inspection(sheet, at, isNameable ? tasks : tasks.withoutInstruments(), FormFields.empty());
    }

    @GET
    @Path("{batchId}/check")
    public TemplateInstance check(
            @PathParam("batchId") UUID batchId, @QueryParam("inspection") @Nullable UUID inspectionId) {
        Draft draft = drafts.load(batchId, inspectionId);
        return Templates.check(
                draft,
                Tasks.of(draft.sheet(), draft.saved()),
                FormFields.empty().with("etag", draft.etag()));
    }

    @POST
    @Path("{batchId}/submit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@PathParam("batchId") UUID batchId, MultivaluedMap<String, String> sent) {
        FormFields form = FormFields.sent(sent);
        Draft draft = drafts.load(batchId, UUID.fromString(form.text("inspection")));
        if (!draft.isSubmitted() && !form.text("etag").equals(draft.etag())) {
            form.refuseWhole(Words.of(TaskMessages.class).theInspectionWasSaved());
            return Response.status(Response.Status.CONFLICT)
                    .entity(Templates.check(
                            draft, Tasks.of(draft.sheet(), draft.saved()), form.with("etag", draft.etag())))
                    .build();
        }
        Finding finding = draft.finding();
        try {
            quality.submit(batchId, form.key(), finding);
            return Response.seeOther(URI.create("/inspections/" + batchId)).build();
        } catch (ServiceProblem refused) {
            return form.refusedBy(refused, () -> Templates.check(draft, Tasks.of(draft.sheet(), draft.saved()), form));
        }
    }
}
