package coop.parasol.quality.switching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A corrective action and what became of it.
 *
 * @param memberName of the producer; absent once it was erased
 * @param request of the quality desk; absent if the producer has begun by itself
 * @param complaintId the complaint that it follows from
 * @param owner the person of the producer who sees to it
 * @param dueOn the day of the firm by which it is done and proven
 * @param overdue whether that day is over and the producer still has something to do
 * @param reason why it was refused
 * @param proof of the producer that it is done and works
 * @param finding of the quality desk whether it has worked
 */
public record CorrectiveActionView(
        UUID correctiveActionId,
        UUID memberId,
        @Nullable String memberName,
        String product,
        @Nullable String request,
        @Nullable UUID complaintId,
        @Nullable String cause,
        @Nullable String action,
        @Nullable String owner,
        LocalDate dueOn,
        boolean overdue,
        CorrectiveAction.State state,
        @Nullable String announcedBy,
        @Nullable Instant announcedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String proof,
        @Nullable Instant provenAt,
        @Nullable String finding,
        @Nullable Instant verifiedAt) {

    static CorrectiveActionView of(CorrectiveAction action, @Nullable String memberName, LocalDate today) {
        return new CorrectiveActionView(
                action.id,
                action.memberId,
                memberName,
                action.product,
                action.request,
                action.complaintId,
                action.cause,
                action.action,
                action.owner,
                action.dueOn,
                action.isOverdue(today),
                action.state,
                action.announcedBy,
                action.announcedAt,
                action.decidedBy,
                action.decidedAt,
                action.reason,
                action.proof,
                action.provenAt,
                action.finding,
                action.verifiedAt);
    }
}
