package coop.parasol.quality.inspection;

import coop.parasol.quality.inspection.rules.InspectionContent;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * One auditor's inspection of one batch. The auditor's device may make its id, so that sending it twice makes one
 * inspection.
 */
@Entity
public class Inspection extends PanacheEntityBase {

    /** {@code DRAFT --> SUBMITTED}; a database trigger keeps what is submitted from changing. */
    public enum State {
        DRAFT,
        SUBMITTED
    }

    @Id
    public UUID id;

    public UUID batchId;
    public UUID auditorId;

    /** of the batch: 1 for its original inspection, 2 for its re-inspection */
    public int inspectionNumber;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public InspectionContent content;

    /** the {@code sub} of the person who has entered it: whoever it is does not release the batch under a concession */
    public String enteredBy;

    public Instant savedAt;
    public @Nullable Instant submittedAt;

    /** whether the sample was enlarged after it was submitted and its auditor has begun another: it does not count any more */
    public boolean superseded;

    @Version
    public long version;

    State state() {
        return submittedAt == null ? State.DRAFT : State.SUBMITTED;
    }

    static Optional<Inspection> find(UUID batchId, int inspectionNumber, UUID auditorId) {
        return find(
                        "batchId = ?1 and inspectionNumber = ?2 and auditorId = ?3 and superseded = false",
                        batchId,
                        inspectionNumber,
                        auditorId)
                .singleResultOptional();
    }

    /** Whether an auditor has submitted its inspection of a batch. */
    public static boolean isSubmitted(UUID batchId, int inspectionNumber, UUID auditorId) {
        return find(batchId, inspectionNumber, auditorId)
                .filter(inspection -> inspection.state() == State.SUBMITTED)
                .isPresent();
    }

    /** Whether a person has entered an inspection of a batch, whatever that person's roles are now. */
    public static boolean isEnteredBy(UUID batchId, String person) {
        return count("batchId = ?1 and enteredBy = ?2", batchId, person) > 0;
    }

    /** Whether an auditor has begun to inspect a batch, now or before its rework. */
    public static boolean isBegun(UUID batchId, UUID auditorId) {
        return count("batchId = ?1 and auditorId = ?2", batchId, auditorId) > 0;
    }

    /** Those of a batch that are submitted and count. */
    public static List<Inspection> submitted(UUID batchId, int inspectionNumber) {
        return list(
                "batchId = ?1 and inspectionNumber = ?2 and submittedAt is not null and superseded = false"
                        + " order by submittedAt",
                batchId,
                inspectionNumber);
    }

    /** Those in which something is entered, and which are not submitted. */
    static List<Inspection> draftsWithFindings(UUID batchId, int inspectionNumber) {
        return Inspection.<Inspection>list(
                        "batchId = ?1 and inspectionNumber = ?2 and submittedAt is null order by savedAt",
                        batchId,
                        inspectionNumber)
                .stream()
                .filter(draft -> draft.content.hasFindings())
                .toList();
    }

    /** The submitted original inspections of some batches, by batch, in the order they were submitted. */
    public static Map<UUID, List<Inspection>> originals(Collection<UUID> batchIds) {
        return Inspection.<Inspection>list(
                        "batchId in ?1 and inspectionNumber = 1 and submittedAt is not null and superseded = false"
                                + " order by submittedAt",
                        batchIds)
                .stream()
                .collect(Collectors.groupingBy(inspection -> inspection.batchId));
    }

    /** All inspections of a batch: a few auditors' of its original inspection and its re-inspection. */
    static List<Inspection> ofBatch(UUID batchId) {
        return list("batchId = ?1 order by inspectionNumber, savedAt", batchId);
    }
}
