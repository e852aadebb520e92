package coop.parasol.portal.inspection;

import coop.parasol.portal.inspection.InspectionClient.Batch;
import coop.parasol.portal.inspection.InspectionClient.Finding;
import coop.parasol.portal.inspection.InspectionClient.Inspection;
import coop.parasol.portal.inspection.InspectionClient.UnitResult;
import coop.parasol.portal.page.FormFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Loads and saves the caller's inspection of a batch. */
@ApplicationScoped
class Drafts {

    private static final String ETAG = "etag";
    private static final String NOTHING_SEEN = "\"none\"";
    private final InspectionClient quality;

    Drafts(@RestClient InspectionClient quality) {
        this.quality = quality;
    }

    /**
     * A batch with what the caller has found in it so far.
     *
     * @param inspectionId of the caller's inspection; a new one if it has not begun
     * @param etag of the version that was read; absent if it has not begun
     */
    record Draft(
            SampleSheet sheet,
            UUID inspectionId,
            @Nullable Inspection saved,
            @Nullable String etag) {

        public Batch batch() {
            return sheet.batch();
        }

        public boolean isSubmitted() {
            return saved != null && saved.isSubmitted();
        }

        /** Whether it can still be changed. */
        public boolean isOpen() {
            return batch().isAwaiting() && !isSubmitted();
        }

        /** The saved inspection with other results. */
        Finding with(List<UnitResult> results) {
            return new Finding(
                    inspectionId,
                    null,
                    null,
                    results,
                    saved == null ? null : saved.grade(),
                    saved == null ? null : saved.remarks(),
                    saved == null ? null : saved.instruments(),
                    measuredOn());
        }

        /** The saved inspection as it is sent. */
        Finding finding() {
            return saved == null
                    ? with(List.of())
                    : new Finding(
                            inspectionId,
                            saved.inspected(),
                            saved.defectives(),
                            saved.results(),
                            saved.grade(),
                            saved.remarks(),
                            saved.instruments(),
                            measuredOn());
        }

        private @Nullable String measuredOn() {
            return saved == null || saved.measuredOn() == null
                    ? null
                    : saved.measuredOn().toString();
        }
    }

    /**
     * The caller's inspection of a batch.
     *
     * @param inspectionId that the page was made for; null for whichever it is
     * @throws NotFoundException if the caller's inspection is another one by now
     */
    Draft load(UUID batchId, @Nullable UUID inspectionId) {
        InspectionClient.Sheet sheet = quality.sheet(batchId);
        Inspection own = sheet.own();
        if (inspectionId != null && (own == null || !own.inspectionId().equals(inspectionId))) {
            throw new NotFoundException();
        }
        return new Draft(
                SampleSheet.of(sheet.batch(), sheet.standard(), own == null ? null : own.results()),
                own == null ? UUID.randomUUID() : own.inspectionId(),
                own,
                own == null ? null : own.etag());
    }

    /** Saves it, unless somebody has changed it since the form was made. */
    void save(Draft draft, FormFields form, Finding finding) {
        quality.save(draft.batch().batchId(), finding.inspectionId(), seen(draft, form), finding);
    }

    /** Which version the person has seen: any of an inspection that it has just begun, none of one begun elsewhere since. */
    private static String seen(Draft draft, FormFields form) {
        String etag = form.optional(ETAG);
        if (etag != null) {
            return etag;
        }
        boolean same = draft.inspectionId().toString().equals(form.text("inspection"));
        return same ? "*" : NOTHING_SEEN;
    }
}
