package coop.parasol.membership.login;

import coop.parasol.firm.FirmClock;
import coop.parasol.keycloak.KeycloakAccounts;
import coop.parasol.membership.member.Member;
import coop.parasol.web.Idempotent;
import coop.parasol.web.KeycloakAnswers;
import coop.parasol.web.MailLanguage;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The registrar hands a member what it needs to sign in for the first time. */
@Path("/members/{memberId}/account")
@Tag(name = "Members")
public class LoginResource {

    private final KeycloakPasswords passwords;
    private final Logins logins;
    private final FirmClock clock;

    LoginResource(KeycloakPasswords passwords, Logins logins, FirmClock clock) {
        this.passwords = passwords;
        this.logins = logins;
        this.clock = clock;
    }

    /** A password for the first sign-in; shown this once. */
    public record OneTimePassword(String userName, String password) {}

    /**
     * How a member is invited.
     *
     * @param language of the mail, and of all that Keycloak writes to the member from then on; absent to leave it as it is,
     *     which at first is that in which the member has applied
     */
    public record InvitationLanguage(@Nullable MailLanguage language) {}

    /**
     * A link was mailed.
     *
     * @param sentTo the address, by which the member signs in
     * @param validUntil when the link ends
     */
    public record Invitation(String sentTo, Instant validUntil) {}

    @POST
    @Path("/one-time-password")
    @RolesAllowed("registrar")
    @Transactional
    @Operation(
            operationId = "issueOneTimePassword",
            summary = "Issue a one-time password, which the member has to change at its first sign-in; refused once it"
                    + " has done so")
    public OneTimePassword oneTimePassword(@PathParam("memberId") UUID memberId) {
        logins.lock(memberId);
        String email = logins.userName(memberId).orElseThrow(() -> withoutAccount(memberId));
        Instant before = logins.oneTimePasswordAt(memberId).orElse(null);
        return switch (KeycloakAnswers.asked(() -> passwords.oneTimePassword(memberId, email, before))) {
            case KeycloakPasswords.OneTimePassword.Issued(String password, Instant issuedAt) -> {
                logins.markOneTimePassword(memberId, issuedAt);
                yield new OneTimePassword(email, password);
            }
            case KeycloakPasswords.OneTimePassword.NoAccount() -> throw noAccountYet();
            case KeycloakPasswords.OneTimePassword.AlreadySignedIn() -> throw alreadySignedIn();
        };
    }

    @POST
    @Path("/invitation")
    @RolesAllowed("registrar")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "inviteMember",
            summary = "Mail the member a link, valid for three days, by which it chooses its first password; refused"
                    + " once it has chosen one")
    public Invitation invite(@PathParam("memberId") UUID memberId, @Valid @NotNull InvitationLanguage chosen) {
        logins.lock(memberId);
        String email = logins.userName(memberId).orElseThrow(() -> withoutAccount(memberId));
        Instant issuedAt = logins.oneTimePasswordAt(memberId).orElse(null);
        KeycloakPasswords.Access access = KeycloakAnswers.mailed(
                () -> passwords.invite(memberId, email, issuedAt, chosen.language()), KeycloakAnswers::mailNotSent);
        return switch (access) {
            case NOT_SIGNED_IN -> new Invitation(email, clock.now().plus(KeycloakAccounts.INVITATION_VALID));
            case NO_ACCOUNT -> throw noAccountYet();
            case OWN_PASSWORD -> throw alreadySignedIn();
        };
    }

    /** A member's account is made when its share is issued. */
    private static Problem withoutAccount(UUID memberId) {
        return Member.findByIdOptional(memberId).isPresent() ? noAccountYet() : Problem.notFound("member", memberId);
    }

    private static Problem noAccountYet() {
        return Problem.refused(
                "no-account-yet", "There is no account yet: it is made once the member's share is paid.");
    }

    private static Problem alreadySignedIn() {
        return Problem.refused(
                "already-signed-in",
                "The member has a password of its own. It resets it itself, or two registrars do.");
    }
}
