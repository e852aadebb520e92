package coop.parasol.membership.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;

/** Whether a member signs in by a password of its own, so that no desk person alone may change how it signs in. */
@ApplicationScoped
public class OwnPassword {

    private final KeycloakPasswords passwords;
    private final Logins logins;

    OwnPassword(KeycloakPasswords passwords, Logins logins) {
        this.passwords = passwords;
        this.logins = logins;
    }

    /** What Keycloak says of a member's password. */
    public enum Answer {
        NONE,
        CHOSEN,
        /** Keycloak does not answer */
        UNKNOWN
    }

    /** Asks Keycloak; before anything is locked. */
    public Answer of(UUID memberId) {
        return logins.userName(memberId)
                .map(userName -> ask(memberId, userName))
                .orElse(Answer.NONE);
    }

    private Answer ask(UUID memberId, String userName) {
        try {
            return switch (passwords.access(
                    memberId, userName, logins.oneTimePasswordAt(memberId).orElse(null))) {
                // not found although it was made: it is being renamed just now
                case NO_ACCOUNT -> logins.isMade(memberId) ? Answer.UNKNOWN : Answer.NONE;
                case NOT_SIGNED_IN -> Answer.NONE;
                case OWN_PASSWORD -> Answer.CHOSEN;
            };
        } catch (ProcessingException | WebApplicationException e) {
            return Answer.UNKNOWN;
        }
    }
}
