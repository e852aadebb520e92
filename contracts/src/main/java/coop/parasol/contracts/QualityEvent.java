package coop.parasol.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the service quality: standards of products, inspections of batches, certificates and recalls. */
public sealed interface QualityEvent extends Event {

    @Override
    default String subject() {
        return switch (this) {
            case StandardPublished event -> event.product();
            case SampleDrawn event -> event.batchId().toString();
            case BatchChangeAnswered event -> event.batchId().toString();
            case BatchCertified event -> event.batchId().toString();
            case BatchRejected event -> event.batchId().toString();
            case BatchSuspended event -> event.batchId().toString();
            case BatchReinstated event -> event.batchId().toString();
            case BatchRecalled event -> event.batchId().toString();
            case CertificateExpired event -> event.batchId().toString();
            case QualityCleared event -> event.memberId().toString();
            case ReworkAnnounced event -> event.batchId().toString();
            case BatchScrapped event -> event.batchId().toString();
            case SupportCaseOpened event -> event.memberId().toString();
        };
    }

    /** How much harm a defect does (MIL-STD-105E 2.1 to 2.4). */
    enum DefectClass {
        CRITICAL,
        MAJOR,
        MINOR
    }

    /**
     * Whether a characteristic is measured against limits (variable) or is conforming or not (attribute). A further kind does
     * not compile before quality's {@code Specification}, {@code GradeRule} and {@code SampleEvaluation} say what it does; how it is
     * drafted (StandardDraftResource) and entered (UnitResult) is to be added too. After a release it takes a new version of the event.
     */
    enum CharacteristicKind {
        VARIABLE,
        ATTRIBUTE
    }

    /**
     * A characteristic of a product that an auditor inspects on every unit of the sample.
     *
     * @param unit UN/CEFACT code of a variable, else absent
     * @param lower lowest allowed value of a variable
     * @param upper highest allowed value of a variable
     */
    record Characteristic(
            String name,
            CharacteristicKind kind,
            DefectClass defectClass,
            @Nullable String unit,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {}

    /**
     * The quality desk has published a version of a product's standard; it is in force at once. Readers know by it
     * that the product exists, its unit and its grades.
     *
     * @param product the product's code
     * @param unit UN/CEFACT Recommendation 20 code of quantities of the product
     * @param gtin GS1 global trade item number; absent where the product has none
     * @param aql acceptable quality limit for each defect class, in per cent nonconforming (MIL-STD-105E 4.4)
     * @param grades from the best down; certified goods carry one of them
     * @param shelfLifeDays days from manufacture to the last day of sale; absent where goods do not age
     */
    @Topic("quality.standards")
    record StandardPublished(
            String product,
            int version,
            String name,
            String unit,
            @Nullable String gtin,
            List<Characteristic> characteristics,
            Map<DefectClass, BigDecimal> aql,
            List<String> grades,
            @Nullable Integer shelfLifeDays,
            Instant publishedAt)
            implements QualityEvent {}

    /**
     * Quality has drawn the random sample of a reported batch. The seed is shown after the decision, and anyone can then
     * repeat the draw.
     *
     * @param lot the producer's own
     * @param brandLot the lot under which the firm sells the batch (GS1 application identifier 10), unique for the product
     * @param sampleSize number of units to inspect
     * @param seedDigest SHA-256 of the seed by which the units were drawn, in hexadecimal: no other can be shown later
     */
    @Topic("quality.certificates")
    record SampleDrawn(
            UUID batchId, UUID memberId, String product, String lot, String brandLot, int sampleSize, String seedDigest)
            implements QualityEvent {}

    /** What becomes of a producer's wish to correct or withdraw what it has reported of a batch. */
    enum BatchChangeAnswer {
        /** quality goes by it from now on */
        ACCEPTED,
        /** its sample is drawn, or was before it was held: what was reported stays */
        SAMPLE_DRAWN,
        /** the quality desk has suspended it */
        SUSPENDED,
        /** it was given up */
        SCRAPPED
    }

    /**
     * Quality has answered a producer that wanted to correct or withdraw what it had reported of a batch. Of a wish and the drawing of
     * the sample that come at the same moment, the one that quality stores first holds.
     *
     * @param changeId that BatchCorrectionRequested or BatchWithdrawalRequested has named
     */
    @Topic("quality.certificates")
    record BatchChangeAnswered(UUID changeId, UUID batchId, UUID memberId, BatchChangeAnswer answer)
            implements QualityEvent {}

    /**
     * The batch meets its standard and may be sold under the brand; a certificate is signed.
     *
     * @param memberId the producer
     * @param lot the producer's own
     * @param brandLot the lot under which the firm sells it (GS1 application identifier 10)
     * @param quantity that may be sold
     * @param bestBefore last day of sale; absent where goods do not age
     * @param standardVersion that it was inspected by
     */
    @Topic("quality.certificates")
    record BatchCertified(
            UUID batchId,
            String certificateNumber,
            UUID memberId,
            String product,
            String lot,
            String brandLot,
            String grade,
            Quantity quantity,
            @Nullable LocalDate bestBefore,
            int standardVersion,
            Instant certifiedAt)
            implements QualityEvent {}

    /**
     * The batch does not meet its standard and may not be sold under the brand. The producer may rework it once.
     *
     * @param reason what was found, in English
     * @param rejectedBy the same as data, for readers that say it in another language; absent in early events
     */
    @Topic("quality.certificates")
    record BatchRejected(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            String reason,
            @Nullable List<RejectedClass> rejectedBy)
            implements QualityEvent {}

    /** How much harm recalled goods can do: I grave harm to health, II some, III none. */
    enum RecallClass {
        I,
        II,
        III
    }

    /**
     * The quality desk has suspended the certificate: nothing of the batch may be sold until it is reinstated or
     * recalled.
     *
     * @param memberId the producer
     * @param recallId the decision, which may concern many batches
     * @param at when it takes effect
     */
    @Topic("quality.certificates")
    record BatchSuspended(
            UUID batchId,
            String certificateNumber,
            UUID memberId,
            String product,
            String lot,
            UUID recallId,
            String reason,
            Instant at)
            implements QualityEvent {}

    /**
     * The suspension is lifted and the certificate is in force again; the batch may be sold.
     *
     * @param memberId the producer
     * @param recallId the decision to lift it
     * @param at when it takes effect
     */
    @Topic("quality.certificates")
    record BatchReinstated(
            UUID batchId,
            String certificateNumber,
            UUID memberId,
            String product,
            String lot,
            UUID recallId,
            String reason,
            Instant at)
            implements QualityEvent {}

    /**
     * The certificate is withdrawn for good: nothing of the batch may be sold any more, and what was sold is called
     * back.
     *
     * @param memberId the producer
     * @param recallId the decision, which may concern many batches
     * @param recallClass how much harm the goods can do
     * @param at when it takes effect
     */
    @Topic("quality.certificates")
    record BatchRecalled(
            UUID batchId,
            String certificateNumber,
            UUID memberId,
            String product,
            String lot,
            UUID recallId,
            RecallClass recallClass,
            String reason,
            Instant at)
            implements QualityEvent {}

    /**
     * The last day of sale of a certified batch is over; what is left of it may not be sold.
     *
     * @param memberId the producer
     * @param expiredAt the first moment at which the certificate was no longer in force
     */
    @Topic("quality.certificates")
    record CertificateExpired(
            UUID batchId, String certificateNumber, UUID memberId, String product, String lot, Instant expiredAt)
            implements QualityEvent {}

    /**
     * No batch of a leaving member awaits inspection any more: the clearance of quality for its exit.
     *
     * @param batchesCertified how many of its batches were ever certified; a reader that has handled so many
     *     BatchCertified of it has handled all
     */
    @Topic("quality.clearances")
    record QualityCleared(UUID memberId, UUID exitId, long batchesCertified) implements QualityEvent {}

    /**
     * A producer has reworked a rejected batch; it is inspected once more.
     *
     * @param memberId the producer
     * @param description what was done to the batch
     */
    @Topic("quality.certificates")
    record ReworkAnnounced(UUID batchId, UUID memberId, String product, String lot, String description)
            implements QualityEvent {}

    /**
     * A batch will never be sold under the brand: it was rejected twice, or given up after a rejection or before an
     * inspection.
     *
     * @param memberId the producer
     */
    @Topic("quality.certificates")
    record BatchScrapped(UUID batchId, UUID memberId, String product, String lot, String reason)
            implements QualityEvent {}

    /** Why a producer needs support: its inspection is discontinued, or a batch was rejected again after its rework. */
    enum SupportReason {
        DISCONTINUED,
        REJECTED_TWICE
    }

    /**
     * Quality finds that a producer needs support with a product: its inspection is discontinued, or a batch was
     * rejected again after its rework.
     *
     * @param batchId the batch whose decision led to it
     * @param rejectedBy the defect classes that reject it; absent where that alone has not led to it
     */
    @Topic("quality.support-cases")
    record SupportCaseOpened(
            UUID caseId,
            UUID memberId,
            String product,
            SupportReason kind,
            UUID batchId,
            String lot,
            String reason,
            @Nullable List<RejectedClass> rejectedBy,
            Instant openedAt)
            implements QualityEvent {}
}
