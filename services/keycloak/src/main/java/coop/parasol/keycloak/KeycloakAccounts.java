package coop.parasol.keycloak;

import coop.parasol.web.MailLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The accounts at Keycloak that the service's client may see and change: those in some groups, and no others. */
@ApplicationScoped
public class KeycloakAccounts {

    /** How long the link of an invitation can be used. */
    public static final Duration INVITATION_VALID = Duration.ofDays(3);

    private static final String REALM = "parasol";

    /** In which language Keycloak writes to the owner of an account. */
    private static final String LOCALE = "locale";

    /** The client to whose pages the link of an invitation leads back. */
    private static final String PORTAL = "parasol-portal";

    private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    /** Of an account that there is not, and of one that is in no group of this client. */
    private static final Set<Integer> GONE = Set.of(404, 403);

    private final Keycloak keycloak;
    private final MailLanguage firmLanguage;

    /**
     * @param firmLanguage of whoever has chosen none
     * @throws IllegalArgumentException if the firm's language is none of those in which Keycloak writes
     */
    KeycloakAccounts(
            Keycloak keycloak,
            @ConfigProperty(name = "parasol.firm.language", defaultValue = "en") String firmLanguage) {
        this.keycloak = keycloak;
        this.firmLanguage = MailLanguage.of(firmLanguage)
                .orElseThrow(() -> new IllegalArgumentException(
                        "PARASOL_FIRM_LANGUAGE is " + firmLanguage + ", and is one of en, hi, gu, ja and zh"));
    }

    /** In which language somebody is written to for whom none was chosen: the firm's. */
    public MailLanguage firmLanguage() {
        return firmLanguage;
    }

    /** Keycloak's pages and mails, and the portal's pages, are in this language for the owner of an account. */
    public static void setLanguage(UserRepresentation user, MailLanguage language) {
        user.singleAttribute(LOCALE, language.tag());
    }

    /** The firm's realm. */
    public RealmResource realm() {
        return keycloak.realm(REALM);
    }

    /** All accounts together. */
    public UsersResource users() {
        return realm().users();
    }

    /** One account, whether or not there is one. */
    public UserResource account(UUID subject) {
        return users().get(subject.toString());
    }

    /** What Keycloak knows of an account; empty if an administrator has removed it, or taken it from this client's groups. */
    public Optional<KnownAccount> find(UUID subject) {
        try {
            UserRepresentation user = account(subject).toRepresentation();
            Instant passwordAt = passwordAt(subject).orElse(null);
            return Optional.of(new KnownAccount(
                    user.getUsername(), user.getFirstName(), user.isEnabled(), passwordAt, languageOf(user)));
        } catch (WebApplicationException answer) {
            // the client has one exception for every status
            if (GONE.contains(answer.getResponse().getStatus())) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    private static @Nullable MailLanguage languageOf(UserRepresentation user) {
        return MailLanguage.of(user.firstAttribute(LOCALE)).orElse(null);
    }

    /** The account by whose name somebody signs in; empty if there is none that this client may see. */
    public Optional<UserRepresentation> ofName(String email) {
        return users().searchByUsername(email, true).stream()
                .findFirst()
                .map(found -> users().get(found.getId()).toRepresentation());
    }

    /**
     * A new account, to be given its attributes and groups and to be {@link #make made}: its owner can sign in by the address once there
     * is a password.
     *
     * @param email by which the person signs in, in lower case
     * @param name of the person
     */
    public static UserRepresentation enabled(String email, String name) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(true);
        user.setFirstName(name);
        user.setEnabled(true);
        return user;
    }

    /**
     * Makes an account.
     *
     * @return Keycloak's id of it; empty if its name is that of another account, be it one that this client may not see
     */
    public Optional<UUID> make(UserRepresentation user) {
        try (Response created = users().create(user)) {
            return created.getStatus() == Response.Status.CONFLICT.getStatusCode()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(CreatedResponseUtil.getCreatedId(created)));
        }
    }

    /** When the account's password was set, by Keycloak's clock; empty while it has none. */
    public Optional<Instant> passwordAt(UUID subject) {
        return account(subject).credentials().stream()
                .filter(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()))
                .map(credential -> Instant.ofEpochMilli(credential.getCreatedDate()))
                .findFirst();
    }

    /**
     * Sets a password that has to be changed at the next sign-in.
     *
     * @return when it was set, by Keycloak's clock, which tells it from any later password
     */
    public Instant setOneTimePassword(UUID subject, String password) {
        resetPassword(subject, password);
        return passwordAt(subject)
                .orElseThrow(() ->
                        new IllegalStateException("Keycloak has taken a password of " + subject + " and has none"));
    }

    /** Replaces the password by one that has to be changed at the next sign-in. */
    public void resetPassword(UUID subject, String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(true);
        account(subject).resetPassword(credential);
    }

    /**
     * Mails the person a link by which it chooses its first password.
     *
     * @param language of the mail and of all that Keycloak writes to the person from then on; null for the one that the account has
     * @throws WebApplicationException if Keycloak does not send it
     */
    public void invite(UUID subject, @Nullable MailLanguage language) {
        UserResource account = account(subject);
        if (language != null) {
            UserRepresentation user = account.toRepresentation();
            setLanguage(user, language);
            account.update(user);
        }
        account.executeActionsEmail(PORTAL, null, (int) INVITATION_VALID.toSeconds(), List.of(CHOOSE_PASSWORD));
    }

    /**
     * Removes an account with its sessions; one that is gone already needs nothing.
     *
     * @throws WebApplicationException if Keycloak does not remove it
     */
    public void delete(UUID subject) {
        try (Response deleted = users().delete(subject.toString())) {
            boolean gone = deleted.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL
                    || deleted.getStatus() == Response.Status.NOT_FOUND.getStatusCode();
            if (!gone) {
                throw new WebApplicationException("the account " + subject + " is not removed", deleted.getStatus());
            }
        }
    }
}
