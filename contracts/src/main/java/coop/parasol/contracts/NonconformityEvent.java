package coop.parasol.contracts;

import coop.parasol.contracts.QualityEvent.DefectClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events of the service quality about lots that do not meet their standard, or are said not to: sorting, releases and
 * complaints.
 */
public sealed interface NonconformityEvent extends Event {

    @Override
    default String subject() {
        return switch (this) {
            case LotSorted event -> event.batchId().toString();
            case LotReleased event -> event.batchId().toString();
            case ComplaintReceived event -> event.batchId().toString();
            case ComplaintDecided event -> event.batchId().toString();
        };
    }

    /**
     * A producer has sorted a rejected lot unit by unit. The good part is a batch of its own from now on, which is inspected
     * once more; what is left under the first lot is scrapped (BatchScrapped).
     *
     * @param batchId the new batch
     * @param sortedFrom the batch that was rejected
     * @param memberId the producer
     * @param lot of the new batch: that of the first with {@link #SUFFIX}
     * @param sortedFromLot of the batch that was rejected
     * @param quantity of the new batch
     * @param scrapped what is left of the first
     */
    @Topic("quality.certificates")
    record LotSorted(
            UUID batchId,
            UUID sortedFrom,
            UUID memberId,
            String product,
            String lot,
            String sortedFromLot,
            Quantity quantity,
            Quantity scrapped,
            @Nullable LocalDate bestBefore)
            implements NonconformityEvent {

        /** The end of the lot number of the good part of a sorted lot; no producer reports a lot that ends so. */
        public static final String SUFFIX = "/S";
    }

    /** How a lot that its inspection has rejected may be sold all the same (ISO 9000, 3.12.4 and 3.12.5). */
    enum ReleaseKind {
        /** it does not meet its standard, and is released as it is */
        CONCESSION,
        /** it has minor defects alone, and is sold in a lower grade than the one its inspection gave */
        DOWNGRADE
    }

    /**
     * Two persons of the quality desk have released a rejected lot; it is certified (BatchCertified follows), and the
     * certificate says so.
     *
     * @param memberId the producer
     * @param grade in which it is sold
     * @param reason for buyers: what does not meet the standard, and why it may be sold
     */
    @Topic("quality.certificates")
    record LotReleased(
            UUID batchId,
            UUID memberId,
            String product,
            String lot,
            ReleaseKind kind,
            String grade,
            String reason,
            Instant releasedAt)
            implements NonconformityEvent {}

    /**
     * A partner complains of goods of a certified batch. What it writes is kept by quality alone.
     *
     * @param memberId the producer
     * @param defectClass how much harm the defect does, as the partner sees it
     * @param quantity that the partner complains of; absent if it has not said
     */
    @Topic("quality.certificates")
    record ComplaintReceived(
            UUID complaintId,
            UUID batchId,
            String certificateNumber,
            UUID memberId,
            UUID partnerId,
            String product,
            String lot,
            DefectClass defectClass,
            @Nullable Quantity quantity,
            Instant receivedAt)
            implements NonconformityEvent {}

    /**
     * The quality desk has decided about a partner's complaint.
     *
     * @param memberId the producer
     * @param upheld whether the goods are as the partner says and do not meet their standard
     * @param suspensionId the suspension of the lot that the complaint has started, if it has
     */
    @Topic("quality.certificates")
    record ComplaintDecided(
            UUID complaintId,
            UUID batchId,
            UUID memberId,
            UUID partnerId,
            boolean upheld,
            @Nullable UUID suspensionId,
            Instant decidedAt)
            implements NonconformityEvent {}
}
