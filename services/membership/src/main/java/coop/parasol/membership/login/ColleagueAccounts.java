package coop.parasol.membership.login;

import coop.parasol.keycloak.KeycloakAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Accounts at Keycloak of the people whom members have invited. They are in the group of the producers and have their member's id, as
 * its own account, and a mark beside it that only this service's client and administrators can set or take off. They stand and fall
 * with the member's own account. Every call may be repeated.
 */
@ApplicationScoped
public class ColleagueAccounts {

    /** Its accounts have the role of a producer. */
    private static final String GROUP = "/producers";

    private static final String MEMBER_ID = "member_id";

    /** The attribute that marks the account of a colleague; Keycloak puts it into tokens as a claim of this name. */
    private static final String MARK = "member_colleague";

    private static final String MARKED = "true";

    /** More than a member may have. */
    private static final int ALL = 100;

    private final KeycloakAccounts accounts;

    ColleagueAccounts(KeycloakAccounts accounts) {
        this.accounts = accounts;
    }

    /** The attributes of an account of a member's colleague. */
    static Map<String, List<String>> attributes(UUID memberId) {
        return Map.of(MEMBER_ID, List.of(memberId.toString()), MARK, List.of(MARKED));
    }

    /** Whether the account has the mark, whichever member it is of. */
    static boolean isMarked(UserRepresentation user) {
        return user.getAttributes() != null && user.getAttributes().containsKey(MARK);
    }

    /** Whether it is the account of a colleague of this member. */
    static boolean isOf(UserRepresentation user, UUID memberId) {
        return isMarked(user)
                && List.of(memberId.toString()).equals(user.getAttributes().get(MEMBER_ID));
    }

    /**
     * Makes the account of a colleague. One that is marked as this member's colleague already, because an earlier call has ended before
     * it was recorded, is the same account and stays as it is.
     *
     * @param email by which the person signs in, in lower case
     * @return Keycloak's id of it; empty if somebody else signs in by this address
     * @throws IllegalStateException if Keycloak does not keep the mark of a colleague: an account without it would be the member's own
     */
    public Optional<UUID> make(UUID memberId, String email, String name) {
        UserRepresentation user = KeycloakAccounts.enabled(email, name);
        user.setAttributes(attributes(memberId));
        user.setGroups(List.of(GROUP));
        Optional<UUID> made = accounts.make(user);
        if (made.isEmpty()) {
            return accounts.ofName(email)
                    .filter(known -> isOf(known, memberId))
                    .map(known -> UUID.fromString(known.getId()));
        }
        if (!isOf(accounts.account(made.get()).toRepresentation(), memberId)) {
            accounts.delete(made.get());
            throw new IllegalStateException("Keycloak's realm does not know the attributes of a colleague's account");
        }
        return made;
    }

    /**
     * Whether somebody's colleague signs in by this address, as far as Keycloak says; while it does not answer, nobody is known to. A
     * member cannot change its own address to such a one.
     */
    public boolean isAddress(String email) {
        try {
            return accounts.ofName(email).filter(ColleagueAccounts::isMarked).isPresent();
        } catch (ProcessingException | WebApplicationException away) {
            return false;
        }
    }

    /** They can sign in again, since their member can. */
    void enable(UUID memberId) {
        each(memberId, user -> {
            user.setEnabled(true);
            accounts.users().get(user.getId()).update(user);
        });
    }

    /** They can sign in no more, and their sessions end. */
    void disable(UUID memberId) {
        each(memberId, user -> {
            UserResource account = accounts.users().get(user.getId());
            user.setEnabled(false);
            account.update(user);
            account.logout();
        });
    }

    /** Nothing is left of them at Keycloak. */
    void delete(UUID memberId) {
        each(memberId, user -> accounts.delete(UUID.fromString(user.getId())));
    }

    private void each(UUID memberId, Consumer<UserRepresentation> change) {
        accounts
                .users()
                .searchByAttributes(0, ALL, null, false, MEMBER_ID + ':' + memberId + ' ' + MARK + ':' + MARKED)
                .stream()
                .map(found -> accounts.users().get(found.getId()).toRepresentation())
                .filter(user -> isOf(user, memberId))
                .forEach(change);
    }
}
