package coop.parasol.membership.login;

import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The registrar hands a member what it needs to sign in for the first time. */
@Path("/members/{memberId}/account")
@Tag(name = "Members")
public class LoginResource {

    private static final int UNAVAILABLE = 503;

    private final KeycloakUsers users;
    private final Logins logins;

    LoginResource(KeycloakUsers users, Logins logins) {
        this.users = users;
        this.logins = logins;
    }

    /** A password for the first sign-in; shown this once. */
    public record OneTimePassword(String userName, String password) {}

    @POST
    @Path("/one-time-password")
    @RolesAllowed("registrar")
    @Transactional
    @Operation(
            operationId = "issueOneTimePassword",
            summary =
                    "Issue a one-time password, which the member has to change at its first sign-in; refused once it has done so")
    public OneTimePassword oneTimePassword(@PathParam("memberId") UUID memberId) {
        logins.lock(memberId);
        String email = logins.userName(memberId).orElseThrow(() -> Problem.notFound("account of member", memberId));
        try {
            return switch (users.oneTimePassword(
                    memberId, email, logins.oneTimePasswordAt(memberId).orElse(null))) {
                case KeycloakUsers.OneTimePassword.Issued(String password, Instant issuedAt) -> {
                    logins.markOneTimePassword(memberId, issuedAt);
                    yield new OneTimePassword(email, password);
                }
                case KeycloakUsers.OneTimePassword.NoAccount() ->
                    throw Problem.refused("no-account-yet", "The account is being made; try again.");
                case KeycloakUsers.OneTimePassword.AlreadySignedIn() ->
                    throw Problem.refused(
                            "already-signed-in",
                            "The member has a password of its own. It resets it itself, or two registrars do.");
            };
        } catch (ProcessingException | WebApplicationException e) {
            throw unavailable();
        }
    }

    /** 503 {@code identity-unavailable}. */
    public static Problem unavailable() {
        return Problem.of(UNAVAILABLE, "identity-unavailable", "Keycloak does not answer; try again.");
    }
}
