package coop.parasol.quality.switching;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.switching.rules.Switching;
import coop.parasol.quality.switching.rules.SwitchingReason;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of how severely a defect class is inspected in a series, when and why. Never changed. */
@Entity
public class SwitchingChange extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID memberId;
    public String product;

    @Enumerated(EnumType.STRING)
    public DefectClass defectClass;

    /** the batch whose inspection changed it, absent where a decision of the quality desk did */
    public @Nullable UUID batchId;

    @Enumerated(EnumType.STRING)
    public Switching.State fromState;

    @Enumerated(EnumType.STRING)
    public Switching.State toState;

    /** in English */
    public String reason;

    /** absent of changes that have the text alone */
    @Enumerated(EnumType.STRING)
    public SwitchingReason.@Nullable Code reasonCode;

    public @Nullable Integer reasonNumber;
    public @Nullable String reasonWritten;
    public Instant changedAt;
    public String changedBy;
}
