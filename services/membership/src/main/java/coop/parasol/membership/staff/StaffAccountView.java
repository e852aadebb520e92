package coop.parasol.membership.staff;

import coop.parasol.membership.staff.rules.StaffRole;
import coop.parasol.web.MailLanguage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of somebody who works for the firm, also after it was removed.
 *
 * @param subject by which decisions name the person
 * @param auditorId the auditor for whom the person acts, as quality has registered it
 * @param language of the invitation
 * @param proposedBy who has proposed the rights that it has
 * @param invitedAt when the last invitation was mailed; absent if none could be
 */
public record StaffAccountView(
        UUID accountId,
        UUID subject,
        String email,
        String name,
        List<StaffRole> roles,
        @Nullable UUID auditorId,
        MailLanguage language,
        String proposedBy,
        String approvedBy,
        Instant approvedAt,
        @Nullable Instant invitedAt,
        @Nullable String removedBy,
        @Nullable Instant removedAt) {

    static StaffAccountView of(StaffAccount account) {
        return new StaffAccountView(
                account.id,
                account.subject,
                account.email,
                account.name,
                List.copyOf(account.staffRoles()),
                account.auditorId,
                account.language,
                account.proposedBy,
                account.approvedBy,
                account.approvedAt,
                account.invitedAt,
                account.removedBy,
                account.removedAt);
    }
}
