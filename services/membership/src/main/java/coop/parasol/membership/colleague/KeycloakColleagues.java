package coop.parasol.membership.colleague;

import coop.parasol.membership.login.ColleagueAccounts;
import coop.parasol.membership.login.InvitationMail;
import coop.parasol.membership.login.TemporaryPassword;
import coop.parasol.web.MailLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

/** The account of one colleague of a member at Keycloak. */
@ApplicationScoped
class KeycloakColleagues {

    private static final String REALM = "parasol";
    /** Its accounts have the role of a producer. */
    private static final String GROUP = "/producers";

    /** Of an account that there is not, and of one that an administrator has taken from the producers. */
    private static final Set<Integer> GONE = Set.of(404, 403);

    private final Keycloak keycloak;
    private final ColleagueAccounts accounts;

    KeycloakColleagues(Keycloak keycloak, ColleagueAccounts accounts) {
        this.keycloak = keycloak;
        this.accounts = accounts;
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
     * Makes the account of a colleague. One that is marked as this member's colleague already, because an earlier call has ended before
     * it was recorded, is the same account and stays as it is.
     *
     * @param email by which the person signs in, in lower case
     * @return Keycloak's id of it; empty if somebody else signs in by this address
     * @throws IllegalStateException if Keycloak does not keep the mark of a colleague: an account without it would be the member's own
     */
    Optional<UUID> make(UUID memberId, String email, String name) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(true);
        user.setFirstName(name);
        user.setEnabled(true);
        user.setAttributes(ColleagueAccounts.attributes(memberId));
        user.setGroups(List.of(GROUP));
        try (Response created = users().create(user)) {
            if (created.getStatus() == Response.Status.CONFLICT.getStatusCode()) {
                return ofMember(memberId, email);
            }
            String id = CreatedResponseUtil.getCreatedId(created);
            if (!ColleagueAccounts.isOf(users().get(id).toRepresentation(), memberId)) {
                accounts.delete(id);
                throw new IllegalStateException(
                        "Keycloak's realm does not know the attributes of a colleague's account");
            }
            return Optional.of(UUID.fromString(id));
        }
    }

    private Optional<UUID> ofMember(UUID memberId, String email) {
        return users().searchByUsername(email, true).stream()
                .map(found -> users().get(found.getId()).toRepresentation())
                .filter(user -> ColleagueAccounts.isOf(user, memberId))
                .map(user -> UUID.fromString(user.getId()))
                .findFirst();
    }

    /** What Keycloak knows of an account; empty if it is gone. */
    Optional<Known> find(UUID subject) {
        try {
            UserRepresentation user = users().get(subject.toString()).toRepresentation();
            return Optional.of(
                    new Known(user.getUsername(), user.getFirstName(), user.isEnabled(), passwordAt(subject)));
        } catch (WebApplicationException answer) {
            // the client has one exception for every status
            if (GONE.contains(answer.getResponse().getStatus())) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    /**
     * Sets a password that has to be changed at the next sign-in.
     *
     * @return when it was set, by Keycloak's clock
     */
    Instant setOneTimePassword(UUID subject, String password) {
        users().get(subject.toString()).resetPassword(TemporaryPassword.of(password));
        return Objects.requireNonNull(passwordAt(subject), "Keycloak has taken a password and has none");
    }

    /**
     * Mails the person a link by which it chooses its first password.
     *
     * @param language of the mail; null for the one that the account has
     * @throws WebApplicationException if Keycloak could not send it
     */
    void invite(UUID subject, @Nullable MailLanguage language) {
        UserResource account = users().get(subject.toString());
        InvitationMail.send(account, account.toRepresentation(), language);
    }

    /** Removes the account, and with it its sessions. */
    void remove(UUID subject) {
        accounts.delete(subject.toString());
    }

    private @Nullable Instant passwordAt(UUID subject) {
        return users().get(subject.toString()).credentials().stream()
                .filter(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()))
                .map(credential -> Instant.ofEpochMilli(credential.getCreatedDate()))
                .findFirst()
                .orElse(null);
    }

    private UsersResource users() {
        return keycloak.realm(REALM).users();
    }
}
