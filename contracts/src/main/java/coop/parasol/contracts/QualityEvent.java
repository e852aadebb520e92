package coop.parasol.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What quality decides: what a product must be, and which batches are that. */
public sealed interface QualityEvent extends Event {

    /** How much harm a defect does (MIL-STD-105E 2.1 to 2.4). */
    enum DefectClass {
        CRITICAL,
        MAJOR,
        MINOR
    }

    /** A characteristic is measured against limits, or present or not. */
    enum CharacteristicKind {
        VARIABLE,
        ATTRIBUTE
    }

    /**
     * One thing an auditor looks at.
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
     * A version of a product's standard is in force.
     *
     * @param product the product's code
     * @param aql acceptable quality limit per defect class, in per cent nonconforming (MIL-STD-105E 4.4)
     * @param grades from the best down; certified goods carry one of them
     * @param shelfLifeDays days from making to the last day of sale, absent where goods do not age
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
            implements QualityEvent {
        @Override
        public String subject() {
            return product;
        }
    }

    /**
     * The sample of a batch is drawn; anyone can draw it again from the seed.
     *
     * @param sampleSize units to inspect
     * @param seed of the draw
     */
    @Topic("quality.certificates")
    record SampleDrawn(UUID batchId, UUID memberId, String product, String lot, int sampleSize, long seed)
            implements QualityEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * The batch meets its standard and may be sold under the brand.
     *
     * @param memberId the producer
     * @param quantity what may be sold
     * @param bestBefore last day of sale, absent where goods do not age
     */
    @Topic("quality.certificates")
    record BatchCertified(
            UUID batchId,
            String certificateNumber,
            UUID memberId,
            String product,
            String lot,
            String grade,
            Quantity quantity,
            @Nullable LocalDate bestBefore,
            int standardVersion,
            Instant certifiedAt)
            implements QualityEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /** The batch does not meet its standard and may not be sold under the brand. */
    @Topic("quality.certificates")
    record BatchRejected(UUID batchId, UUID memberId, String product, String lot, String reason)
            implements QualityEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /** How much harm goods can do that are recalled, from grave to none to health. */
    enum RecallClass {
        I,
        II,
        III
    }

    /**
     * What a certificate says holds no more for now: nothing of the batch is sold until quality has decided.
     *
     * @param recallId the decision, which may concern many batches
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
            implements QualityEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * The suspension is lifted; the batch may be sold again.
     *
     * @param recallId the decision to lift it
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
            implements QualityEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * The certificate is withdrawn for good: nothing of the batch is sold any more, and what was sold is called back.
     *
     * @param recallId the decision, which may concern many batches
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
            implements QualityEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * The last day of sale of a batch is over.
     *
     * @param expiredAt the first moment at which the certificate was not in force
     */
    @Topic("quality.certificates")
    record CertificateExpired(
            UUID batchId, String certificateNumber, UUID memberId, String product, String lot, Instant expiredAt)
            implements QualityEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /**
     * No batch of a leaving member awaits inspection any more.
     *
     * @param batchesCertified how many of its batches were ever certified, so that distribution knows when it has heard
     *     of all of them
     */
    @Topic("quality.clearances")
    record QualityCleared(UUID memberId, UUID exitId, long batchesCertified) implements QualityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A producer has reworked a rejected batch; it is inspected once more.
     *
     * @param what was done to it
     */
    @Topic("quality.certificates")
    record ReworkAnnounced(UUID batchId, UUID memberId, String product, String lot, String what)
            implements QualityEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /** A batch will never be sold under the brand: rejected twice, or given up when it was rejected or nobody inspected it. */
    @Topic("quality.certificates")
    record BatchScrapped(UUID batchId, UUID memberId, String product, String lot, String reason)
            implements QualityEvent {
        @Override
        public String subject() {
            return batchId.toString();
        }
    }

    /** Why a producer needs help. */
    enum SupportReason {
        /** inspection of its product is discontinued */
        DISCONTINUED,
        /** a batch was rejected again after its rework */
        REJECTED_TWICE
    }

    /**
     * A producer does not make a product well enough by itself; whoever builds up members' capabilities takes the case.
     *
     * @param batchId the batch that showed it
     */
    @Topic("quality.support-cases")
    record SupportCaseOpened(
            UUID caseId,
            UUID memberId,
            String product,
            SupportReason kind,
            UUID batchId,
            String reason,
            Instant openedAt)
            implements QualityEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
