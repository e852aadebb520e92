package coop.parasol.membership.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Accounts at Keycloak of the people whom members have invited. They are in the group of the producers and have their member's id, as
 * its own account, and a mark beside it that only this service's client and administrators can set or take off. They stand and fall
 * with the member's own account. Every call may be repeated.
 */
@ApplicationScoped
public class ColleagueAccounts {

    private static final String REALM = "parasol";
    private static final String MEMBER_ID = "member_id";

    /** The attribute that marks the account of a colleague; Keycloak puts it into tokens as a claim of this name. */
    private static final String MARK = "member_colleague";

    private static final String MARKED = "true";

    /** More than a member may have. */
    private static final int ALL = 100;

    private final Keycloak keycloak;

    ColleagueAccounts(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** The attributes of an account of a member's colleague. */
    public static Map<String, List<String>> attributes(UUID memberId) {
        return Map.of(MEMBER_ID, List.of(memberId.toString()), MARK, List.of(MARKED));
    }

    /** Whether the account has the mark, whichever member it is of. */
    public static boolean isMarked(UserRepresentation user) {
        return user.getAttributes() != null && user.getAttributes().containsKey(MARK);
    }

    /** Whether it is the account of a colleague of this member. */
    public static boolean isOf(UserRepresentation user, UUID memberId) {
        return isMarked(user)
                && List.of(memberId.toString()).equals(user.getAttributes().get(MEMBER_ID));
    }

    /**
     * Whether somebody's colleague signs in by this address, as far as Keycloak says; while it does not answer, nobody is known to. A
     * member cannot change its own address to such a one.
     */
    public boolean isAddress(String email) {
        try {
            return users().searchByUsername(email, true).stream()
                    .anyMatch(found -> isMarked(users().get(found.getId()).toRepresentation()));
        } catch (ProcessingException | WebApplicationException away) {
            return false;
        }
    }

    /** They can sign in again, since their member can. */
    void enable(UUID memberId) {
        each(memberId, user -> {
            user.setEnabled(true);
            users().get(user.getId()).update(user);
        });
    }

    /** They can sign in no more, and their sessions end. */
    void disable(UUID memberId) {
        each(memberId, user -> {
            UserResource account = users().get(user.getId());
            user.setEnabled(false);
            account.update(user);
            account.logout();
        });
    }

    /** Nothing is left of them at Keycloak. */
    void delete(UUID memberId) {
        each(memberId, user -> delete(user.getId()));
    }

    /**
     * Removes one account at Keycloak with its sessions; one that is gone already needs nothing.
     *
     * @throws WebApplicationException if Keycloak does not remove it
     */
    public void delete(String subject) {
        try (Response deleted = users().delete(subject)) {
            boolean gone = deleted.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL
                    || deleted.getStatus() == Response.Status.NOT_FOUND.getStatusCode();
            if (!gone) {
                throw new WebApplicationException("the account " + subject + " is not removed", deleted.getStatus());
            }
        }
    }

    private void each(UUID memberId, Consumer<UserRepresentation> change) {
        users().searchByAttributes(0, ALL, null, false, MEMBER_ID + ':' + memberId + ' ' + MARK + ':' + MARKED).stream()
                .map(found -> users().get(found.getId()).toRepresentation())
                .filter(user -> isOf(user, memberId))
                .forEach(change);
    }

    private UsersResource users() {
        return keycloak.realm(REALM).users();
    }
}
