package coop.parasol.contracts;

import coop.parasol.contracts.QualityEvent.RecallClass;
import java.time.Instant;
import java.util.UUID;

/** Events of the service distribution about recalls as it carries them out. */
public sealed interface RecallEvent extends Event {

    /**
     * A partner that was sent units of a recalled batch is asked to answer the recall. It is told once for each partner and batch,
     * and for no partner that was sent none.
     *
     * @param noticeId what the partner answers
     * @param recallId the quality desk's decision, which may concern many batches
     * @param memberId the producer
     * @param lot the producer's own
     * @param quantity units that the partner had been sent when they were recalled, those under way included
     * @param recallClass how much harm the goods can do
     * @param recalledAt when the recall takes effect
     */
    @Topic("distribution.recalls")
    record RecallNoticeIssued(
            UUID noticeId,
            UUID recallId,
            UUID batchId,
            UUID memberId,
            UUID partnerId,
            String product,
            String lot,
            Quantity quantity,
            RecallClass recallClass,
            Instant recalledAt)
            implements RecallEvent {
        @Override
        public String subject() {
            return noticeId.toString();
        }
    }
}
