package coop.parasol.distribution.account;

import coop.parasol.web.MailLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The accounts of partners' people at Keycloak. This service may see and change those in the group of the partners and no
 * others, so that it can make neither a desk nor a member, and cannot act as one.
 */
@ApplicationScoped
class KeycloakAccounts {

    private static final String REALM = "parasol";
    /** Its accounts have the role of a partner. */
    private static final String GROUP = "/partners";

    private static final String PARTNER_ID = "partner_id";

    /** In which language Keycloak writes to the owner of an account. */
    private static final String LOCALE = "locale";

    /** The client to whose pages the link of an invitation leads back. */
    private static final String PORTAL = "parasol-portal";

    private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    /** How long the link of an invitation can be used. */
    static final Duration INVITATION_VALID = Duration.ofDays(3);

    /** Of an account that there is not, and of one that is in no group of this service. */
    private static final Set<Integer> GONE = Set.of(404, 403);

    private final Keycloak keycloak;

    KeycloakAccounts(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * An account as Keycloak knows it.
     *
     * @param name of the person
     * @param passwordAt when its password was set, by Keycloak's clock; null while it has none
     */
    record Known(
            String userName,
            @Nullable String name,
            boolean enabled,
            @Nullable Instant passwordAt) {}

    /**
     * Makes an account with the role of a partner and the partner's id; one that the partner has already stays as it is.
     *
     * @param email by which the person signs in, in lower case
     * @return Keycloak's id of it; empty if the address is the name of somebody else's account
     */
    Optional<UUID> make(UUID partnerId, String email, String name) {
        Optional<UserRepresentation> known = find(email);
        if (known.isPresent()) {
            return known.filter(user -> belongsTo(user, partnerId)).map(user -> UUID.fromString(user.getId()));
        }
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(true);
        user.setFirstName(name);
        user.setEnabled(true);
        user.setAttributes(Map.of(PARTNER_ID, List.of(partnerId.toString())));
        user.setGroups(List.of(GROUP));
        try (Response created = users().create(user)) {
            // an account that this service may not see, or one that was made at this moment
            return created.getStatus() == Response.Status.CONFLICT.getStatusCode()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(CreatedResponseUtil.getCreatedId(created)));
        }
    }

    /** What Keycloak knows of an account; empty if an administrator has removed it, or taken it from the partners. */
    Optional<Known> find(UUID subject) {
        try {
            UserRepresentation user = users().get(subject.toString()).toRepresentation();
            return Optional.of(
                    new Known(user.getUsername(), user.getFirstName(), user.isEnabled(), passwordAt(subject)));
        } catch (WebApplicationException e) {
            // the client has one exception for every status
            if (GONE.contains(e.getResponse().getStatus())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Sets a password that has to be changed at the next sign-in.
     *
     * @return when it was set, by Keycloak's clock
     */
    Instant setOneTimePassword(UUID subject, String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(true);
        users().get(subject.toString()).resetPassword(credential);
        Instant setAt = passwordAt(subject);
        if (setAt == null) {
            throw new IllegalStateException("Keycloak has taken a password of " + subject + " and has none");
        }
        return setAt;
    }

    /**
     * Mails the person a link by which it chooses its first password.
     *
     * @param language of the mail; null for the one that the account has
     * @throws WebApplicationException if Keycloak could not send it
     */
    void invite(UUID subject, @Nullable MailLanguage language) {
        UserResource account = users().get(subject.toString());
        if (language != null) {
            UserRepresentation user = account.toRepresentation();
            user.singleAttribute(LOCALE, language.tag());
            account.update(user);
        }
        account.executeActionsEmail(PORTAL, null, (int) INVITATION_VALID.toSeconds(), List.of(CHOOSE_PASSWORD));
    }

    private @Nullable Instant passwordAt(UUID subject) {
        return users().get(subject.toString()).credentials().stream()
                .filter(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()))
                .map(credential -> Instant.ofEpochMilli(credential.getCreatedDate()))
                .findFirst()
                .orElse(null);
    }

    private Optional<UserRepresentation> find(String email) {
        return users().searchByUsername(email, true).stream()
                .findFirst()
                .map(found -> users().get(found.getId()).toRepresentation());
    }

    private static boolean belongsTo(UserRepresentation user, UUID partnerId) {
        return user.getAttributes() != null
                && List.of(partnerId.toString()).equals(user.getAttributes().get(PARTNER_ID));
    }

    private UsersResource users() {
        return keycloak.realm(REALM).users();
    }
}
