package coop.parasol.membership.colleague;

import coop.parasol.keycloak.KnownAccount;
import coop.parasol.web.MailLanguage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of a colleague.
 *
 * @param subject who the person is in what was decided
 * @param userName the address by which the person signs in; absent once Keycloak has forgotten it
 * @param name of the person, as Keycloak knows it
 * @param mailedAt when the last invitation was mailed; absent if none could be
 * @param removedAt from when on the person could act for the member no more
 */
public record ColleagueView(
        UUID accountId,
        UUID memberId,
        UUID subject,
        @Nullable String userName,
        @Nullable String name,
        Access access,
        @Nullable MailLanguage language,
        String invitedBy,
        Instant invitedAt,
        @Nullable Instant mailedAt,
        @Nullable String removedBy,
        @Nullable Instant removedAt) {

    /** How far a colleague has come with the account. */
    public enum Access {
        /** no password, or a one-time one for the first sign-in */
        NOT_SIGNED_IN,
        /** a password that the person has chosen */
        OWN_PASSWORD,
        /** disabled with its member, or disabled or removed by an administrator */
        DISABLED,
        /** the member has taken it away */
        REMOVED
    }

    static ColleagueView of(ManageColleagues.Seen seen) {
        Colleague colleague = seen.colleague();
        return new ColleagueView(
                colleague.id,
                colleague.memberId,
                colleague.subject,
                seen.known().map(KnownAccount::userName).orElse(null),
                seen.known().map(KnownAccount::name).orElse(null),
                seen.access(),
                seen.known().map(KnownAccount::language).orElse(null),
                colleague.invitedBy,
                colleague.invitedAt,
                colleague.mailedAt,
                colleague.removedBy,
                colleague.removedAt);
    }
}
