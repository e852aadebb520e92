package coop.parasol.membership.colleague;

import coop.parasol.firm.FirmClock;
import coop.parasol.keycloak.KeycloakAccounts;
import coop.parasol.keycloak.KnownAccount;
import coop.parasol.membership.colleague.ColleagueView.Access;
import coop.parasol.membership.colleague.rules.InvitationRules;
import coop.parasol.membership.login.ColleagueAccounts;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.Member;
import coop.parasol.messaging.Ids;
import coop.parasol.web.MailLanguage;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member invites colleagues, who do its daily work by accounts of their own, and takes their accounts away. Keycloak is asked inside
 * the transaction: what it refuses is not recorded.
 */
@ApplicationScoped
class ManageColleagues {

    private final KeycloakAccounts keycloak;
    private final ColleagueAccounts accounts;
    private final Logins logins;
    private final FirmClock clock;

    ManageColleagues(KeycloakAccounts keycloak, ColleagueAccounts accounts, Logins logins, FirmClock clock) {
        this.keycloak = keycloak;
        this.accounts = accounts;
        this.logins = logins;
        this.clock = clock;
    }

    /**
     * An account with what Keycloak says of it.
     *
     * @param known empty once Keycloak has forgotten it
     */
    record Seen(Colleague colleague, Access access, Optional<KnownAccount> known) {}

    sealed interface Outcome permits Done, Issued, Refused {}

    record Done(Colleague colleague) implements Outcome {}

    /** A password for the first sign-in. */
    record Issued(String userName, String password) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /**
     * Makes an account for a colleague; the invitation is mailed afterwards ({@link #mail}).
     *
     * @param email by which the person signs in, in lower case
     */
    Outcome invite(UUID memberId, String email, String name, String actor) {
        // nobody else of the member invites, and its exit is not completed, until the transaction ends
        Optional<Member> locked = Member.lock(memberId);
        if (locked.isEmpty()) {
            return new Refused(new Refusal.NotFound("member", memberId));
        }
        Member member = locked.get();
        boolean ofAnother = Member.isEmailTaken(email, memberId) || logins.isTakenByAnother(email, memberId);
        Optional<InvitationRules.Reason> objection =
                InvitationRules.objection(member.state, member.email, email, ofAnother, Colleague.countOf(memberId));
        if (objection.isPresent()) {
            return new Refused(refusal(objection.get()));
        }
        Optional<UUID> subject = accounts.make(memberId, email, name);
        if (subject.isEmpty()) {
            return new Refused(refusal(InvitationRules.Reason.ADDRESS_OF_ANOTHER));
        }
        if (Colleague.isKnown(subject.get())) {
            return new Refused(new Refusal.Conflict(
                    "colleague-already", "A colleague whom you have invited signs in by this address already."));
        }
        Colleague colleague = new Colleague();
        colleague.id = Ids.next();
        colleague.memberId = memberId;
        colleague.subject = subject.get();
        colleague.invitedBy = actor;
        colleague.invitedAt = clock.now();
        colleague.persistAndFlush();
        return new Done(colleague);
    }

    /**
     * Mails a new colleague the link.
     *
     * @param language of the mail; null for the firm's
     * @throws WebApplicationException if Keycloak does not send it
     */
    Outcome mailFirst(Colleague made, @Nullable MailLanguage language) {
        return mail(made.memberId, made.id, language == null ? keycloak.firmLanguage() : language);
    }

    /**
     * Mails a colleague the link by which the person chooses a first password.
     *
     * @param language of the mail; null for the one that the account has
     * @throws WebApplicationException if Keycloak does not send it
     */
    Outcome mail(UUID memberId, UUID accountId, @Nullable MailLanguage language) {
        Optional<Colleague> locked = Colleague.lock(memberId, accountId);
        Optional<Refusal> refusal = whyNoFirstPassword(locked, accountId);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Colleague colleague = locked.orElseThrow();
        keycloak.invite(colleague.subject, language);
        colleague.mailedAt = clock.now();
        Colleague.flush();
        return new Done(colleague);
    }

    /** Issues a password for the first sign-in, where no mail can be sent. */
    Outcome oneTimePassword(UUID memberId, UUID accountId) {
        Optional<Colleague> locked = Colleague.lock(memberId, accountId);
        Optional<Refusal> refusal = whyNoFirstPassword(locked, accountId);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Colleague colleague = locked.orElseThrow();
        String password = UUID.randomUUID().toString();
        colleague.oneTimePasswordAt = keycloak.setOneTimePassword(colleague.subject, password);
        Colleague.flush();
        return new Issued(keycloak.find(colleague.subject).orElseThrow().userName(), password);
    }

    /** Takes the account away: it is deleted at Keycloak with its sessions, and nobody signs in by it any more. */
    Outcome remove(UUID memberId, UUID accountId, String actor) {
        Optional<Colleague> locked = Colleague.lock(memberId, accountId);
        Optional<Refusal> refusal = whyGone(locked, accountId);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Colleague colleague = locked.orElseThrow();
        colleague.removedBy = actor;
        colleague.removedAt = clock.now();
        Colleague.flush();
        keycloak.delete(colleague.subject);
        return new Done(colleague);
    }

    /** The account with what Keycloak says of it now. */
    Seen seen(Colleague colleague) {
        if (colleague.removedAt != null) {
            return new Seen(colleague, Access.REMOVED, Optional.empty());
        }
        Optional<KnownAccount> known = keycloak.find(colleague.subject);
        return new Seen(colleague, access(colleague, known), known);
    }

    private static Access access(Colleague colleague, Optional<KnownAccount> known) {
        if (known.isEmpty() || !known.get().enabled()) {
            return Access.DISABLED;
        }
        return known.get().hasOwnPassword(colleague.oneTimePasswordAt) ? Access.OWN_PASSWORD : Access.NOT_SIGNED_IN;
    }

    private static Optional<Refusal> whyGone(Optional<Colleague> colleague, UUID accountId) {
        if (colleague.isEmpty()) {
            return Optional.of(new Refusal.NotFound("account", accountId));
        }
        return colleague.get().removedAt == null
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict("already-removed", "The account was removed already."));
    }

    private Optional<Refusal> whyNoFirstPassword(Optional<Colleague> colleague, UUID accountId) {
        Optional<Refusal> gone = whyGone(colleague, accountId);
        if (gone.isPresent()) {
            return gone;
        }
        return switch (seen(colleague.orElseThrow()).access()) {
            case NOT_SIGNED_IN -> Optional.empty();
            case OWN_PASSWORD ->
                Optional.of(new Refusal.Conflict(
                        "person-signed-in",
                        "The person has chosen a password, and resets it by mail where it forgets it."));
            case DISABLED, REMOVED ->
                Optional.of(new Refusal.Conflict(
                        "account-disabled",
                        "The account is disabled. Whoever keeps the firm's accounts enables it again."));
        };
    }

    private static Refusal refusal(InvitationRules.Reason reason) {
        return switch (reason) {
            case NO_MEMBER_NOW ->
                new Refusal.Conflict("no-member-now", "Only a firm that is a member now invites colleagues.");
            case OWN_ADDRESS ->
                new Refusal.Conflict("own-address", "You sign in by this address yourself; a colleague has another.");
            case ADDRESS_OF_ANOTHER ->
                new Refusal.Conflict("email-in-use", "Somebody else signs in by this address already.");
            case TOO_MANY ->
                new Refusal.Conflict(
                        "too-many-colleagues",
                        "You have " + InvitationRules.MAX_COLLEAGUES
                                + " colleagues already; take an account away first.");
        };
    }
}
