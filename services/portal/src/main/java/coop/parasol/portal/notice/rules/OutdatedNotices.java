package coop.parasol.portal.notice.rules;

import static coop.parasol.portal.notice.rules.NoticeSubject.*;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.GovernanceEvent.ProposalDecided;
import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchRejected;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Notices that are not so any more: they stay in the portal, marked, and are mailed to nobody who has not had the mail yet.
 *
 * @param about what they are about
 * @param subjects which of its notices
 */
public record OutdatedNotices(UUID about, Set<NoticeSubject> subjects) {

    private static final Set<NoticeSubject> UNDECIDED = Set.of(SAMPLE_DRAWN, LOT_TO_INSPECT);

    /** What an event makes out of date. */
    public static Optional<OutdatedNotices> by(Event event) {
        return switch (event) {
            case ProposalDecided decided -> Optional.of(new OutdatedNotices(decided.proposalId(), Set.of(VOTE_OPENED)));
            case ExitWithdrawn withdrawn ->
                Optional.of(new OutdatedNotices(
                        withdrawn.exitId(),
                        Set.of(EXIT_REQUESTED, EXIT_BINDING, MEMBER_LEAVES, GOODS_OF_LEAVING_MEMBER)));
            case BatchCertified certified ->
                Optional.of(
                        new OutdatedNotices(certified.batchId(), Set.of(SAMPLE_DRAWN, LOT_TO_INSPECT, LOT_REJECTED)));
            case BatchRejected rejected -> Optional.of(new OutdatedNotices(rejected.batchId(), UNDECIDED));
            case BatchRecalled recalled -> Optional.of(new OutdatedNotices(recalled.batchId(), Set.of(LOT_CERTIFIED)));
            default -> Optional.empty();
        };
    }

    /** An order that had been late is allocated in full, or off. */
    public static OutdatedNotices ofOrder(UUID orderId) {
        return new OutdatedNotices(orderId, Set.of(ORDER_DELAYED));
    }
}
