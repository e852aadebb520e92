package coop.parasol.membership.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Members' user accounts at Keycloak. Every call may be repeated. */
@ApplicationScoped
class KeycloakUsers {

    private static final String REALM = "parasol";
    /** Its accounts have the role of a producer, and are the only ones that this service may see and change. */
    private static final String GROUP = "/producers";

    private static final String MEMBER_ID = "member_id";
    private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";
    private static final int MAX_NAME_LENGTH = 255;

    private final Keycloak keycloak;

    KeycloakUsers(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** The outcome of asking for a one-time password. */
    sealed interface OneTimePassword {

        /** A password that has to be changed at the first sign-in. */
        record Issued(String password) implements OneTimePassword {}

        /** There is no account of this member yet. */
        record NoAccount() implements OneTimePassword {}

        /** The member has chosen a password of its own, and nobody at the desks may replace that. */
        record AlreadySignedIn() implements OneTimePassword {}
    }

    /**
     * The member can sign in: an enabled account with the role of a producer and the member's id. A firm that has left and
     * joined again keeps its account.
     *
     * @throws IllegalStateException if the name belongs to somebody who is no producer, whose account Keycloak does not show
     *     to this service, or to another member that can sign in
     */
    void enable(UUID memberId, String email, String name) {
        Optional<UserRepresentation> known = find(email);
        UserRepresentation user = known.orElseGet(UserRepresentation::new);
        if (known.isPresent() && user.isEnabled() && !belongsTo(user, memberId)) {
            throw new IllegalStateException("the account " + email + " belongs to another member");
        }
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(true);
        user.setFirstName(name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH)));
        user.setEnabled(true);
        user.setAttributes(Map.of(MEMBER_ID, List.of(memberId.toString())));
        if (known.isPresent()) {
            users().get(user.getId()).update(user);
            return;
        }
        user.setGroups(List.of(GROUP));
        try (Response created = users().create(user)) {
            if (created.getStatus() == Response.Status.CONFLICT.getStatusCode()) {
                throw new IllegalStateException("the account " + email + " belongs to somebody who is no producer");
            }
            CreatedResponseUtil.getCreatedId(created);
        }
    }

    /** The member can sign in no more; an account that was never made needs nothing. */
    void disable(UUID memberId, String email) {
        find(email).filter(user -> belongsTo(user, memberId)).ifPresent(user -> {
            user.setEnabled(false);
            users().get(user.getId()).update(user);
            users().get(user.getId()).logout();
        });
    }

    /**
     * Gives the member a password for its first sign-in. It may be given again until then, never afterwards: who could
     * replace a member's own password could act as the member.
     */
    OneTimePassword oneTimePassword(UUID memberId, String email) {
        Optional<UserRepresentation> user = find(email).filter(found -> belongsTo(found, memberId));
        if (user.isEmpty()) {
            return new OneTimePassword.NoAccount();
        }
        UserResource account = users().get(user.get().getId());
        if (hasOwnPassword(user.get(), account)) {
            return new OneTimePassword.AlreadySignedIn();
        }
        String password = UUID.randomUUID().toString();
        account.resetPassword(temporary(password));
        return new OneTimePassword.Issued(password);
    }

    /** How far a member has come with its account. */
    enum Access {
        NO_ACCOUNT,
        NOT_SIGNED_IN,
        OWN_PASSWORD
    }

    Access access(UUID memberId, String email) {
        return find(email)
                .filter(found -> belongsTo(found, memberId))
                .map(user ->
                        hasOwnPassword(user, users().get(user.getId())) ? Access.OWN_PASSWORD : Access.NOT_SIGNED_IN)
                .orElse(Access.NO_ACCOUNT);
    }

    /**
     * Replaces the member's own password by one that has to be changed at the next sign-in, and ends its sessions. For who has
     * the word of two persons.
     *
     * @throws IllegalStateException if there is no account of this member
     */
    void replacePassword(UUID memberId, String email, String password) {
        UserRepresentation user = find(email)
                .filter(found -> belongsTo(found, memberId))
                .orElseThrow(() -> new IllegalStateException("member " + memberId + " has no account"));
        UserResource account = users().get(user.getId());
        account.resetPassword(temporary(password));
        account.logout();
    }

    /** Erases the account with all that Keycloak knows of its owner; one that was never made needs nothing. */
    void delete(UUID memberId, String email) {
        find(email).filter(user -> belongsTo(user, memberId)).ifPresent(user -> {
            try (Response deleted = users().delete(user.getId())) {
                if (deleted.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                    throw new IllegalStateException(
                            "the account of member " + memberId + " is not erased: " + deleted.getStatus());
                }
            }
        });
    }

    private static CredentialRepresentation temporary(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(true);
        return credential;
    }

    /** Keycloak takes the duty to change a one-time password away when the member has chosen its own. */
    private static boolean hasOwnPassword(UserRepresentation user, UserResource account) {
        boolean mustChange =
                user.getRequiredActions() != null && user.getRequiredActions().contains(UPDATE_PASSWORD);
        return !mustChange
                && account.credentials().stream()
                        .anyMatch(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()));
    }

    private Optional<UserRepresentation> find(String email) {
        return users().searchByUsername(email, true).stream()
                .findFirst()
                .map(found -> users().get(found.getId()).toRepresentation());
    }

    private static boolean belongsTo(UserRepresentation user, UUID memberId) {
        return user.getAttributes() != null
                && List.of(memberId.toString()).equals(user.getAttributes().get(MEMBER_ID));
    }

    private UsersResource users() {
        return keycloak.realm(REALM).users();
    }
}
