package coop.parasol.membership.login;

import coop.parasol.web.MailLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private static final int MAX_NAME_LENGTH = 255;

    /** In which language Keycloak writes to the owner of an account. */
    private static final String LOCALE = "locale";

    /** The client to whose pages the link of an invitation leads back. */
    private static final String PORTAL = "parasol-portal";

    private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    /** How long the link of an invitation can be used. */
    static final Duration INVITATION_VALID = Duration.ofDays(3);

    private final Keycloak keycloak;

    KeycloakUsers(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** The outcome of asking for a one-time password. */
    sealed interface OneTimePassword {

        /**
         * A password that has to be changed at the first sign-in.
         *
         * @param issuedAt by Keycloak's clock, which tells it from any later password
         */
        record Issued(String password, Instant issuedAt) implements OneTimePassword {}

        /** There is no account of this member yet. */
        record NoAccount() implements OneTimePassword {}

        /** The member has chosen a password of its own, and nobody at the desks may replace that. */
        record AlreadySignedIn() implements OneTimePassword {}
    }

    /**
     * The member can sign in: an enabled account with the role of a producer and the member's id. One that has another e-mail address
     * keeps its account, which gets the new name. The disabled account of a former member that had the address goes to the member
     * without its password: the address may be another firm's now, and who knew the old password must not act as the new member.
     *
     * @param login what Keycloak should know of it
     * @throws IllegalStateException if the name belongs to somebody who is no producer, whose account Keycloak does not show
     *     to this service, or to another member that can sign in
     */
    void enable(Logins.Pending login) {
        // a search costs Keycloak more than the account: where none is to be expected, it is only looked for when the
        // name is taken
        if (login.accountName() == null && create(login)) {
            return;
        }
        UUID memberId = login.memberId();
        String email = login.email();
        Optional<UserRepresentation> known =
                ofMember(memberId, login.knownAs(), email).or(() -> find(email));
        if (known.isPresent()) {
            enable(known.get(), login);
        } else if (!create(login)) {
            throw new IllegalStateException("the account " + email + " belongs to somebody who is no producer");
        }
    }

    private void enable(UserRepresentation user, Logins.Pending login) {
        String email = login.email();
        if (!belongsTo(user, login.memberId())) {
            if (user.isEnabled()) {
                throw new IllegalStateException("the account " + email + " belongs to another member");
            }
            removeCredentials(users().get(user.getId()));
            user.setAttributes(null);
        }
        belongTo(user, login.memberId());
        users().get(user.getId()).update(user); // whatever becomes of its new name
        setNames(user, email, login.name());
        update(user, email);
    }

    /** @return false if there is an account of that name */
    private boolean create(Logins.Pending login) {
        UserRepresentation user = new UserRepresentation();
        belongTo(user, login.memberId());
        setNames(user, login.email(), login.name());
        user.setGroups(List.of(GROUP));
        try (Response created = users().create(user)) {
            if (created.getStatus() == Response.Status.CONFLICT.getStatusCode()) {
                return false;
            }
            CreatedResponseUtil.getCreatedId(created);
            return true;
        }
    }

    private static void belongTo(UserRepresentation user, UUID memberId) {
        user.setEnabled(true);
        user.singleAttribute(MEMBER_ID, memberId.toString());
    }

    /** Before it is another's: whoever could sign in with the account cannot any more. */
    private static void removeCredentials(UserResource account) {
        account.credentials().forEach(credential -> account.removeCredential(credential.getId()));
        account.logout();
    }

    private static void setNames(UserRepresentation user, String email, String name) {
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(true);
        user.setFirstName(name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH)));
    }

    /** @throws IllegalStateException if the name belongs to another account */
    private void update(UserRepresentation user, String email) {
        try {
            users().get(user.getId()).update(user);
        } catch (ClientErrorException e) {
            throw new IllegalStateException("the account cannot be named " + email + ": " + e.getMessage(), e);
        }
    }

    /**
     * The member can sign in no more, whether or not its account gets the names as well; an account that was never made needs nothing.
     *
     * @return whether there is an account
     * @throws IllegalStateException if the name belongs to another account; the member's own is disabled and keeps its name
     */
    boolean disable(UUID memberId, String knownAs, String email, String name) {
        Optional<UserRepresentation> known = ofMember(memberId, knownAs, email);
        known.ifPresent(user -> {
            user.setEnabled(false);
            users().get(user.getId()).update(user);
            users().get(user.getId()).logout();
            setNames(user, email, name);
            update(user, email);
        });
        return known.isPresent();
    }

    /**
     * Gives the member a password for its first sign-in. It may be given again until then, never afterwards: who could
     * replace a member's own password could act as the member.
     *
     * @param issuedAt when the last one was issued; null if none was
     */
    OneTimePassword oneTimePassword(UUID memberId, String email, @Nullable Instant issuedAt) {
        Optional<UserRepresentation> user = ofMember(memberId, email);
        if (user.isEmpty()) {
            return new OneTimePassword.NoAccount();
        }
        UserResource account = users().get(user.get().getId());
        if (hasOwnPassword(account, issuedAt)) {
            return new OneTimePassword.AlreadySignedIn();
        }
        String password = UUID.randomUUID().toString();
        account.resetPassword(temporary(password));
        return new OneTimePassword.Issued(
                password, passwordsOf(account).findFirst().orElseThrow());
    }

    /**
     * Mails the member a link by which it chooses its first password.
     *
     * @param language of the mail; null for the one that the account has
     * @throws WebApplicationException if Keycloak could not send it
     */
    Invited invite(UUID memberId, String email, @Nullable Instant issuedAt, @Nullable MailLanguage language) {
        Optional<UserRepresentation> user = ofMember(memberId, email);
        if (user.isEmpty()) {
            return Invited.NO_ACCOUNT;
        }
        UserResource account = users().get(user.get().getId());
        if (hasOwnPassword(account, issuedAt)) {
            return Invited.ALREADY_SIGNED_IN;
        }
        if (language != null) {
            user.get().singleAttribute(LOCALE, language.tag());
            account.update(user.get());
        }
        account.executeActionsEmail(PORTAL, null, (int) INVITATION_VALID.toSeconds(), List.of(CHOOSE_PASSWORD));
        return Invited.SENT;
    }

    /** The outcome of an invitation. */
    enum Invited {
        SENT,
        NO_ACCOUNT,
        ALREADY_SIGNED_IN
    }

    /** How far a member has come with its account. */
    enum Access {
        NO_ACCOUNT,
        /** no password, or a one-time one for the first sign-in */
        NOT_SIGNED_IN,
        /** one that the member has chosen, or that two registrars have given it */
        OWN_PASSWORD
    }

    /** @param issuedAt when the last one-time password was issued; null if none was */
    Access access(UUID memberId, String email, @Nullable Instant issuedAt) {
        return ofMember(memberId, email)
                .map(user -> hasOwnPassword(users().get(user.getId()), issuedAt)
                        ? Access.OWN_PASSWORD
                        : Access.NOT_SIGNED_IN)
                .orElse(Access.NO_ACCOUNT);
    }

    /**
     * Replaces the member's own password by one that has to be changed at the next sign-in, and ends its sessions. For who has
     * the word of two persons.
     *
     * @throws IllegalStateException if there is no account of this member
     */
    void replacePassword(UUID memberId, String email, String password) {
        UserRepresentation user = ofMember(memberId, email)
                .orElseThrow(() -> new IllegalStateException("member " + memberId + " has no account"));
        UserResource account = users().get(user.getId());
        account.resetPassword(temporary(password));
        account.logout();
    }

    /**
     * Erases the account with all that Keycloak knows of its owner; one that was never made needs nothing.
     *
     * @param knownAs the name that the account has at Keycloak, or {@code email}, if it was to have that and nobody knows whether it does
     */
    void delete(UUID memberId, String knownAs, String email) {
        ofMember(memberId, knownAs, email).ifPresent(user -> {
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

    /**
     * Whether it has another password than the one-time one. That a password has to be changed says nothing: it may have expired,
     * or be that of two registrars.
     */
    private static boolean hasOwnPassword(UserResource account, @Nullable Instant issuedAt) {
        return passwordsOf(account).anyMatch(setAt -> !setAt.equals(issuedAt));
    }

    /** When the account's password was set; there is one at most. */
    private static Stream<Instant> passwordsOf(UserResource account) {
        return account.credentials().stream()
                .filter(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()))
                .map(credential -> Instant.ofEpochMilli(credential.getCreatedDate()));
    }

    private Optional<UserRepresentation> find(String email) {
        return users().searchByUsername(email, true).stream()
                .findFirst()
                .map(found -> users().get(found.getId()).toRepresentation());
    }

    /** By either of two names: Keycloak may have been told the second one before this service ended. */
    private Optional<UserRepresentation> ofMember(UUID memberId, String knownAs, String email) {
        return ofMember(memberId, knownAs).or(() -> ofMember(memberId, email));
    }

    private Optional<UserRepresentation> ofMember(UUID memberId, String email) {
        return find(email).filter(user -> belongsTo(user, memberId));
    }

    private static boolean belongsTo(UserRepresentation user, UUID memberId) {
        return user.getAttributes() != null
                && List.of(memberId.toString()).equals(user.getAttributes().get(MEMBER_ID));
    }

    private UsersResource users() {
        return keycloak.realm(REALM).users();
    }
}
