package coop.parasol.membership.login;

import coop.parasol.web.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;

/** The registrar hands a member what it needs to sign in for the first time. */
@Path("/members/{memberId}/account")
@Tag(name = "Members")
public class AccountResource {

    private static final int UNAVAILABLE = 503;

    private final Accounts accounts;
    private final Session database;

    AccountResource(Accounts accounts, Session database) {
        this.accounts = accounts;
        this.database = database;
    }

    /** Shown once. */
    public record OneTimePassword(String userName, String password) {}

    @POST
    @Path("/one-time-password")
    @RolesAllowed("registrar")
    @Operation(summary = "A password that the member has to change at its first sign-in")
    public OneTimePassword oneTimePassword(@PathParam("memberId") UUID memberId) {
        String email = database.createNativeQuery("select email from login where member_id = ?1", String.class)
                .setParameter(1, memberId)
                .uniqueResultOptional()
                .orElseThrow(() -> Problem.notFound("account of member", memberId));
        try {
            return accounts.oneTimePassword(memberId, email)
                    .map(password -> new OneTimePassword(email, password))
                    .orElseThrow(() -> Problem.refused("no-account-yet", "The account is being made; try again."));
        } catch (ProcessingException | WebApplicationException e) {
            throw Problem.of(UNAVAILABLE, "identity-unavailable", "Keycloak does not answer; try again.");
        }
    }
}
