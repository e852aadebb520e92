package coop.parasol.membership.login;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.member.Member;
import coop.parasol.web.Idempotent;
import coop.parasol.web.MailLanguage;
import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The registrar hands a member what it needs to sign in for the first time. */
@Path("/members/{memberId}/account")
@Tag(name = "Members")
public class LoginResource {

    private static final int UNAVAILABLE = 503;

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
     * @param language of the mail, and of all that Keycloak writes to the member from then on; absent to leave it as it is
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
        try {
            return switch (passwords.oneTimePassword(
                    memberId, email, logins.oneTimePasswordAt(memberId).orElse(null))) {
                case KeycloakPasswords.OneTimePassword.Issued(String password, Instant issuedAt) -> {
                    logins.markOneTimePassword(memberId, issuedAt);
                    yield new OneTimePassword(email, password);
                }
                case KeycloakPasswords.OneTimePassword.NoAccount() -> throw noAccountYet();
                case KeycloakPasswords.OneTimePassword.AlreadySignedIn() -> throw alreadySignedIn();
            };
        } catch (ProcessingException | WebApplicationException e) {
            throw unavailable();
        }
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
        KeycloakPasswords.Access access;
        try {
            access = passwords.invite(
                    memberId, email, logins.oneTimePasswordAt(memberId).orElse(null), chosen.language());
        } catch (WebApplicationException e) {
            throw InvitationMail.wasNotSent(e) ? mailNotSent() : unavailable();
        } catch (ProcessingException e) {
            throw unavailable();
        }
        return switch (access) {
            case NOT_SIGNED_IN -> new Invitation(email, clock.now().plus(InvitationMail.VALID));
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

    private static Problem mailNotSent() {
        return Problem.refused(
                "mail-not-sent",
                "The mail could not be sent. Issue a one-time password, or see that the firm's mail server is set and"
                        + " takes mail.");
    }

    /** 503 {@code identity-unavailable}. */
    public static Problem unavailable() {
        return Problem.of(UNAVAILABLE, "identity-unavailable", "Keycloak does not answer; try again.");
    }
}
