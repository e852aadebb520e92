package coop.parasol.distribution.recall;

import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** A partner answers a notice: it knows of the recall, and then that what it had left is off sale. Answered twice it is answered once. */
@ApplicationScoped
class AnswerRecall {

    private final FirmClock clock;

    AnswerRecall(FirmClock clock) {
        this.clock = clock;
    }

    sealed interface Outcome permits Answered, UnknownNotice, TooMuch, ConfirmedOtherwise {}

    record Answered(RecallNotice notice) implements Outcome {}

    record UnknownNotice() implements Outcome {}

    /** More is said to be left than was ever sent. */
    record TooMuch(BigDecimal sent) implements Outcome {}

    /** The partner has confirmed another quantity before. */
    record ConfirmedOtherwise(BigDecimal withdrawn) implements Outcome {}

    /** @param partnerId the partner that answers; the notices of others are unknown to it */
    Outcome acknowledge(UUID noticeId, UUID partnerId, String actor) {
        Optional<RecallNotice> found = own(noticeId, partnerId);
        if (found.isEmpty()) {
            return new UnknownNotice();
        }
        RecallNotice notice = found.get();
        acknowledge(notice, actor);
        return new Answered(notice);
    }

    /**
     * Confirms, which also acknowledges.
     *
     * @param withdrawn units that the partner had left, zero or more
     */
    Outcome confirm(UUID noticeId, UUID partnerId, BigDecimal withdrawn, String actor) {
        Optional<RecallNotice> found = own(noticeId, partnerId);
        if (found.isEmpty()) {
            return new UnknownNotice();
        }
        RecallNotice notice = found.get();
        if (withdrawn.compareTo(notice.quantity) > 0) {
            return new TooMuch(notice.quantity);
        }
        if (notice.withdrawn != null) {
            return notice.withdrawn.compareTo(withdrawn) == 0
                    ? new Answered(notice)
                    : new ConfirmedOtherwise(notice.withdrawn);
        }
        acknowledge(notice, actor);
        notice.confirmedAt = clock.now();
        notice.confirmedBy = actor;
        notice.withdrawn = withdrawn;
        return new Answered(notice);
    }

    private static Optional<RecallNotice> own(UUID noticeId, UUID partnerId) {
        return RecallNotice.lock(noticeId).filter(notice -> notice.partnerId.equals(partnerId));
    }

    private void acknowledge(RecallNotice notice, String actor) {
        if (notice.acknowledgedAt == null) {
            notice.acknowledgedAt = clock.now();
            notice.acknowledgedBy = actor;
        }
    }
}
