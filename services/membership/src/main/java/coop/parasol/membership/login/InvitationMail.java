package coop.parasol.membership.login;

import coop.parasol.web.MailLanguage;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;

/** The mail by which Keycloak invites the owner of a new account: its link lets the person choose its first password. */
public final class InvitationMail {

    /** How long the link can be used. */
    public static final Duration VALID = Duration.ofDays(3);

    /** In which language Keycloak writes to the owner of an account. */
    private static final String LOCALE = "locale";

    /** The client to whose pages the link leads back. */
    private static final String PORTAL = "parasol-portal";

    private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    /** What Keycloak answers if its mail server takes no mail, or there is none. */
    private static final int NOT_SENT = 500;

    private InvitationMail() {}

    /**
     * Sends it.
     *
     * @param user the account as Keycloak has it
     * @param language of the mail and of all that Keycloak writes to the person from then on; null for the one that the account has
     * @throws WebApplicationException if Keycloak does not send it
     */
    public static void send(UserResource account, UserRepresentation user, @Nullable MailLanguage language) {
        if (language != null) {
            user.singleAttribute(LOCALE, language.tag());
            account.update(user);
        }
        account.executeActionsEmail(PORTAL, null, (int) VALID.toSeconds(), List.of(CHOOSE_PASSWORD));
    }

    /** Whether Keycloak has answered and could not send a mail; else it does not answer as it should. */
    public static boolean wasNotSent(WebApplicationException answer) {
        return answer.getResponse().getStatus() == NOT_SENT;
    }
}
