package coop.parasol.portal.inspection;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.inspection.InspectionClient.Batch;
import coop.parasol.portal.inspection.InspectionClient.Finding;
import coop.parasol.portal.inspection.InspectionClient.Inspection;
import coop.parasol.portal.inspection.InspectionClient.UnitResult;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Loads and saves the caller's inspection of a batch. */
@ApplicationScoped
class Drafts {

    private static final String ETAG = "etag";
    private static final String NOTHING_SEEN = "\"none\"";
    private final InspectionClient quality;
    private final Parts parts;
    private final Person person;

    Drafts(@RestClient InspectionClient quality, Parts parts, Person person) {
        this.quality = quality;
        this.parts = parts;
        this.person = person;
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

    /** The caller's inspection of a batch; if its id is not known, it is sought among those of the batch. */
    Draft load(UUID batchId, @Nullable UUID inspectionId) {
        Parts.Pending<Batch> loading = parts.start(() -> quality.batch(batchId));
        UUID id = inspectionId;
        if (id == null) {
            Listed<Inspection> inspections = quality.inspections(batchId);
            Batch batch = loading.await().required();
            id = own(inspections.items(), batch).map(Inspection::inspectionId).orElse(null);
        }
        Inspection saved = null;
        String etag = null;
        if (id != null) {
            try (Response answer = quality.inspection(batchId, id)) {
                saved = answer.readEntity(Inspection.class);
                etag = answer.getHeaderString("ETag");
            }
        }
        Batch batch = loading.await().required();
        return new Draft(
                SampleSheet.of(
                        batch,
                        quality.standard(batch.product(), batch.standardVersion()),
                        saved == null ? null : saved.results()),
                id == null ? UUID.randomUUID() : id,
                saved,
                etag);
    }

    /** The caller's inspection among those of a batch that it may see. */
    Optional<Inspection> own(List<Inspection> inspections, Batch batch) {
        return inspections.stream()
                .filter(each -> each.auditorId().equals(person.auditorId()))
                .filter(each -> each.inspectionNumber() == batch.inspectionNumber())
                .findFirst();
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
