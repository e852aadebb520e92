package coop.parasol.portal.inspection;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.inspection.InspectionClient.Inspection;
import coop.parasol.portal.inspection.InspectionClient.Instrument;
import coop.parasol.portal.inspection.InspectionClient.Sheet;
import coop.parasol.portal.inspection.InspectionClient.UnitResult;
import coop.parasol.portal.inspection.InspectionClient.Work;
import coop.parasol.portal.offline.OfflineAnswer;
import coop.parasol.portal.offline.OfflineMessages;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Inspections that an auditor does without a line: the lots that it has claimed, made ready for the road, and what comes back. */
@Path("offline/inspections")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
final class OfflineInspectionResource {

    /** More than anybody inspects before there is a line again. */
    private static final int MAX_LOTS = 50;

    private static final int INSTRUMENTS = 200;
    private static final String CHANGED_MEANWHILE = "changed-meanwhile";

    private final InspectionClient quality;
    private final Parts parts;
    private final Person person;

    OfflineInspectionResource(@RestClient InspectionClient quality, Parts parts, Person person) {
        this.quality = quality;
        this.parts = parts;
        this.person = person;
    }

    /** The claimed lots that wait for the auditor's inspection, and with what can be measured. */
    record Prepared(List<PreparedLot> lots, List<Choice> instruments) {}

    /** An instrument as it reads in a list. */
    record Choice(UUID instrumentId, String text) {}

    /**
     * An inspection as it was signed.
     *
     * @param id made on the phone when it was kept; by it quality knows an inspection that is sent again
     * @param person whose it is
     * @param schema of the finding
     * @param etag of what was saved when the lot was prepared; absent if nothing was
     */
    record Kept(
            UUID id,
            String person,
            int schema,
            UUID batchId,
            UUID inspectionId,
            @Nullable String etag,
            Found finding) {}

    /** What was found, and the name that was typed as signature. */
    record Found(
            List<UnitResult> results,
            @Nullable String grade,
            @Nullable String remarks,
            @Nullable Map<String, UUID> instruments,
            @Nullable String measuredOn,
            String signature) {

        SignedFinding of(UUID inspectionId) {
            return new SignedFinding(inspectionId, results, grade, remarks, instruments, measuredOn, signature);
        }
    }

    @GET
    public Prepared prepared() {
        Parts.Pending<Listed<Instrument>> instruments = parts.start(() -> quality.instruments(INSTRUMENTS));
        List<Parts.Pending<Sheet>> sheets = quality.work(null, null, null, "OWN", null, MAX_LOTS).items().stream()
                .map(Work::batchId)
                .map(batchId -> parts.start(() -> quality.sheet(batchId)))
                .toList();
        return new Prepared(
                sheets.stream()
                        .map(sheet -> sheet.await().required())
                        .filter(PreparedLot::canBePrepared)
                        .map(PreparedLot::of)
                        .toList(),
                instruments.await().required().items().stream()
                        .filter(Instrument::usableToday)
                        .map(each -> new Choice(each.instrumentId(), each.name() + ", " + each.serialNumber()))
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(Kept kept) {
        if (OfflineAnswer.isOthers(person, kept.person())) {
            return OfflineAnswer.others();
        }
        FormFields form = FormFields.empty();
        try {
            if (isChangedElsewhere(kept)) {
                return OfflineAnswer.refused(Words.of(OfflineMessages.class).savedElsewhere());
            }
            quality.sign(
                    kept.batchId(),
                    kept.id().toString(),
                    Objects.requireNonNullElse(kept.etag(), "none"),
                    kept.finding().of(kept.inspectionId()));
            return OfflineAnswer.arrived("/inspections/" + kept.batchId());
        } catch (ServiceProblem refused) {
            // saved at the very moment between the look and the signature
            return CHANGED_MEANWHILE.equals(refused.document().code())
                    ? OfflineAnswer.refused(Words.of(OfflineMessages.class).savedElsewhere())
                    : OfflineAnswer.refused(form, refused);
        }
    }

    /** Whether the auditor has saved something in the portal since the lot was prepared, which would be lost unseen. */
    private boolean isChangedElsewhere(Kept kept) {
        Inspection own = quality.sheet(kept.batchId()).own();
        return own != null && !own.isSubmitted() && !own.etag().equals(kept.etag());
    }

    /**
     * A photo, under the id that it has on the phone.
     *
     * @param digest SHA-256 of the bytes as they were kept
     */
    @POST
    @Path("{batchId}/photos/{photoId}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response attach(
            @PathParam("batchId") UUID batchId,
            @PathParam("photoId") UUID photoId,
            @QueryParam("person") String of,
            @QueryParam("name") String name,
            @QueryParam("caption") String caption,
            @QueryParam("digest") String digest,
            byte[] photo) {
        try {
            return OfflineAnswer.toPhoto(
                    person,
                    of,
                    digest,
                    photo,
                    () -> quality.attach(batchId, photoId, name, caption, photo).digest(),
                    "/inspections/" + batchId + "/photos");
        } catch (ServiceProblem refused) {
            return OfflineAnswer.refused(FormFields.empty(), refused);
        }
    }
}
