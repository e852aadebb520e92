package coop.parasol.membership.identity;

import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.membership.login.ColleagueAccounts;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.MemberIdentity;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/**
 * A member, or the registrar for it, changes by which name the firm goes, or by which e-mail address it signs in. Its account at Keycloak
 * keeps its password and gets the new names. Others hear of the firm's name, never of its e-mail address.
 */
@ApplicationScoped
class ChangeIdentity {

    private final ShareCount shareCount;
    private final MemberIdentity identity;
    private final Logins logins;
    private final ColleagueAccounts colleagues;
    private final Outbox outbox;

    ChangeIdentity(
            ShareCount shareCount,
            MemberIdentity identity,
            Logins logins,
            ColleagueAccounts colleagues,
            Outbox outbox) {
        this.shareCount = shareCount;
        this.identity = identity;
        this.logins = logins;
        this.colleagues = colleagues;
        this.outbox = outbox;
    }

    /** Until the end of the transaction nobody else takes an e-mail address; before the member is locked. */
    void lockAddresses() {
        shareCount.lock();
    }

    /**
     * @param member locked
     * @return why nothing was changed; empty if it has that name now
     */
    Optional<Refusal> rename(Member member, String name, Cause cause) {
        Optional<Refusal> refusal = refusalIfOver(member);
        if (refusal.isPresent() || name.equals(member.name)) {
            return refusal;
        }
        identity.rename(member, name, cause.actor());
        logins.rename(member.id, member.email, name);
        if (member.takenUpAt != null) {
            outbox.append(new MemberRenamed(member.id, name), cause);
        }
        return Optional.empty();
    }

    /**
     * @param member locked, after {@link #lockAddresses}
     * @return why nothing was changed; empty if it has that e-mail address now
     */
    Optional<Refusal> changeEmail(Member member, String email, Cause cause) {
        String lowerCase = email.toLowerCase(Locale.ROOT);
        Optional<Refusal> refusal = refusalIfOver(member);
        if (refusal.isPresent() || lowerCase.equals(member.email)) {
            return refusal;
        }
        if (Member.isEmailTaken(lowerCase, member.id) || logins.isTakenByAnother(lowerCase, member.id)) {
            return Optional.of(
                    new Refusal.Conflict("email-taken", "Another member has an account with this e-mail address."));
        }
        if (colleagues.isAddress(lowerCase)) {
            return Optional.of(new Refusal.Conflict(
                    "colleague-address", "A colleague of a member signs in by this e-mail address already."));
        }
        identity.changeEmail(member, lowerCase, cause.actor());
        logins.rename(member.id, lowerCase, member.name);
        return Optional.empty();
    }

    private static Optional<Refusal> refusalIfOver(Member member) {
        return switch (member.state) {
            case REFUSED -> Optional.of(new Refusal.Conflict("refused", "The application was refused; apply again."));
            case APPLIED, ADMITTED, ACTIVE, LEAVING, LEFT, EXPELLED ->
                member.erasedAt == null
                        ? Optional.empty()
                        : Optional.of(new Refusal.Conflict("erased", "What is personal of the member is erased."));
        };
    }
}
