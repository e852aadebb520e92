package coop.parasol.membership.staff;

import coop.parasol.keycloak.KeycloakAccounts;
import coop.parasol.membership.staff.rules.StaffRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Accounts of the firm's people at Keycloak. This service may see and change those in the groups of {@link StaffRole} and of the
 * producers, and no others; an account that is in any other group is left alone. Every call may be repeated.
 */
@ApplicationScoped
class KeycloakStaff {

    private static final String AUDITOR_ID = "auditor_id";
    private static final Set<String> GROUPS =
            Stream.of(StaffRole.values()).map(StaffRole::group).collect(Collectors.toUnmodifiableSet());

    private final KeycloakAccounts accounts;

    KeycloakStaff(KeycloakAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Who gets an account, and what for.
     *
     * @param email by which the person signs in, in lower case
     */
    record Person(
            String email,
            String name,
            Set<StaffRole> roles,
            @Nullable UUID auditorId) {

        Set<String> groups() {
            return roles.stream().map(StaffRole::group).collect(Collectors.toUnmodifiableSet());
        }

        private Map<String, List<String>> attributes() {
            return auditorId == null ? Map.of() : Map.of(AUDITOR_ID, List.of(auditorId.toString()));
        }
    }

    /** The account of the firm's people that has an address as its name; empty if there is none that this service may see. */
    Optional<UUID> find(String email) {
        return accounts.ofName(email)
                .map(found -> UUID.fromString(found.getId()))
                .filter(found -> isStaff(accounts.account(found)));
    }

    /** Whether the account is there; an administrator of Keycloak may have deleted it. */
    boolean exists(UUID subject) {
        try {
            accounts.account(subject).toRepresentation();
            return true;
        } catch (WebApplicationException answer) {
            if (answer.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
                return false;
            }
            throw answer;
        }
    }

    /**
     * Makes an account with these rights.
     *
     * @return Keycloak's id of it; empty if the address is the name of an account already
     */
    Optional<UUID> make(Person person) {
        UserRepresentation user = KeycloakAccounts.enabled(person.email(), person.name());
        user.setAttributes(person.attributes());
        user.setGroups(person.groups().stream().map(group -> "/" + group).toList());
        return accounts.make(user);
    }

    /** Gives an account of the firm's people these rights and no others, and ends its sessions, whose tokens have the old ones. */
    void change(UUID subject, Person person) {
        UserResource account = accounts.account(subject);
        List<GroupRepresentation> before = account.groups();
        Set<String> had = before.stream().map(GroupRepresentation::getName).collect(Collectors.toSet());
        Map<String, String> ids = new HashMap<>();
        accounts.realm().groups().groups().forEach(group -> ids.put(group.getName(), group.getId()));
        // those that it gets first: in no group at all it could not be seen any more
        person.groups().stream()
                .filter(group -> !had.contains(group))
                .forEach(group -> account.joinGroup(ids.get(group)));
        before.stream()
                .filter(group -> !person.groups().contains(group.getName()))
                .forEach(group -> account.leaveGroup(group.getId()));
        UserRepresentation user = account.toRepresentation();
        Map<String, List<String>> attributes =
                user.getAttributes() == null ? new HashMap<>() : new HashMap<>(user.getAttributes());
        attributes.remove(AUDITOR_ID);
        attributes.putAll(person.attributes());
        user.setAttributes(attributes);
        user.setFirstName(person.name());
        account.update(user);
        account.logout();
    }

    private static boolean isStaff(UserResource account) {
        List<String> groups = new ArrayList<>();
        account.groups().forEach(group -> groups.add(group.getName()));
        return !groups.isEmpty() && GROUPS.containsAll(groups);
    }
}
