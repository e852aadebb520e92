package coop.parasol.membership.login;

import coop.parasol.keycloak.KeycloakAccounts;
import coop.parasol.membership.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Members' own accounts at Keycloak; those of their colleagues ({@link ColleagueAccounts}) are enabled, disabled and deleted with them.
 * Every call may be repeated.
 */
@ApplicationScoped
class KeycloakUsers {

    /** Its accounts have the role of a producer; beside them this service sees and changes those of the firm's own people alone. */
    private static final String GROUP = "/producers";

    private static final String MEMBER_ID = "member_id";
    private static final int MAX_NAME_LENGTH = 255;

    private final KeycloakAccounts accounts;
    private final ColleagueAccounts colleagues;

    KeycloakUsers(KeycloakAccounts accounts, ColleagueAccounts colleagues) {
        this.accounts = accounts;
        this.colleagues = colleagues;
    }

    /**
     * The member can sign in: an enabled account with the role of a producer and the member's id. One that has another e-mail address
     * keeps its account, which gets the new name. The disabled account of a former member that had the address goes to the member
     * without its password: the address may be another firm's now, and who knew the old password must not act as the new member. That of
     * a former member's colleague is never taken over: it is deleted, and another one made.
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
                ofMember(memberId, login.knownAs(), email).or(() -> accounts.ofName(email));
        if (known.filter(ColleagueAccounts::isMarked).isPresent()) {
            replaceColleague(known.get(), login);
        } else if (known.isPresent()) {
            enable(known.get(), login);
        } else if (!create(login)) {
            throw new IllegalStateException("the account " + email + " belongs to somebody who is no producer");
        }
    }

    private void replaceColleague(UserRepresentation user, Logins.Pending login) {
        if (user.isEnabled()) {
            throw new IllegalStateException("the account " + login.email() + " belongs to a colleague of a member");
        }
        accounts.delete(UUID.fromString(user.getId()));
        if (!create(login)) {
            throw new IllegalStateException("the account " + login.email() + " was made by somebody else meanwhile");
        }
    }

    private void enable(UserRepresentation user, Logins.Pending login) {
        String email = login.email();
        if (!belongsTo(user, login.memberId())) {
            if (user.isEnabled() || !wasOfAMember(user)) {
                throw new IllegalStateException("the account " + email + " belongs to another member or to a desk");
            }
            removeCredentials(users().get(user.getId()));
            user.setAttributes(null);
        } else if (!user.isEnabled()) {
            // first: who tries again finds the member's own account still disabled
            colleagues.enable(login.memberId());
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
        Member.languageOf(login.memberId()).ifPresent(language -> KeycloakAccounts.setLanguage(user, language));
        return accounts.make(user).isPresent();
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
        colleagues.disable(memberId);
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
     * Erases the account with all that Keycloak knows of its owner; one that was never made needs nothing.
     *
     * @param knownAs the name that the account has at Keycloak, or {@code email}, if it was to have that and nobody knows whether it does
     */
    void delete(UUID memberId, String knownAs, String email) {
        colleagues.delete(memberId);
        ofMember(memberId, knownAs, email).ifPresent(user -> {
            try (Response deleted = users().delete(user.getId())) {
                if (deleted.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                    throw new IllegalStateException(
                            "the account of member " + memberId + " is not erased: " + deleted.getStatus());
                }
            }
        });
    }

    /** By either of two names: Keycloak may have been told the second one before this service ended. */
    private Optional<UserRepresentation> ofMember(UUID memberId, String knownAs, String email) {
        return ofMember(memberId, knownAs).or(() -> ofMember(memberId, email));
    }

    Optional<UserRepresentation> ofMember(UUID memberId, String email) {
        return accounts.ofName(email).filter(user -> belongsTo(user, memberId));
    }

    /** Accounts of the firm's own people are seen as well, and never become a member's; those of colleagues neither. */
    private static boolean wasOfAMember(UserRepresentation user) {
        return user.getAttributes() != null && user.getAttributes().containsKey(MEMBER_ID);
    }

    private static boolean belongsTo(UserRepresentation user, UUID memberId) {
        return user.getAttributes() != null
                && !ColleagueAccounts.isMarked(user)
                && List.of(memberId.toString()).equals(user.getAttributes().get(MEMBER_ID));
    }

    private UsersResource users() {
        return accounts.users();
    }
}
