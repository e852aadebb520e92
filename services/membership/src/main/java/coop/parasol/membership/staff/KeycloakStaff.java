package coop.parasol.membership.staff;

import coop.parasol.membership.login.InvitationMail;
import coop.parasol.membership.staff.rules.StaffRole;
import coop.parasol.web.MailLanguage;
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
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Accounts of the firm's people at Keycloak. This service may see and change those in the groups of {@link StaffRole} and of the
 * producers, and no others; an account that is in any other group is left alone. Every call may be repeated.
 */
@ApplicationScoped
class KeycloakStaff {

    private static final String REALM = "parasol";
    private static final String AUDITOR_ID = "auditor_id";
    private static final Set<String> GROUPS =
            Stream.of(StaffRole.values()).map(StaffRole::group).collect(Collectors.toUnmodifiableSet());

    private final Keycloak keycloak;

    KeycloakStaff(Keycloak keycloak) {
        this.keycloak = keycloak;
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
        return realm().users().searchByUsername(email, true).stream()
                .findFirst()
                .filter(found -> isStaff(account(found.getId())))
                .map(found -> UUID.fromString(found.getId()));
    }

    /** Whether the account is there; an administrator of Keycloak may have deleted it. */
    boolean exists(UUID subject) {
        try {
            account(subject.toString()).toRepresentation();
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
        UserRepresentation user = new UserRepresentation();
        user.setUsername(person.email());
        user.setEmail(person.email());
        user.setEmailVerified(true);
        user.setFirstName(person.name());
        user.setEnabled(true);
        user.setAttributes(person.attributes());
        user.setGroups(person.groups().stream().map(group -> "/" + group).toList());
        try (Response created = realm().users().create(user)) {
            return created.getStatus() == Response.Status.CONFLICT.getStatusCode()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(CreatedResponseUtil.getCreatedId(created)));
        }
    }

    /** Gives an account of the firm's people these rights and no others, and ends its sessions, whose tokens have the old ones. */
    void change(UUID subject, Person person) {
        UserResource account = account(subject.toString());
        List<GroupRepresentation> before = account.groups();
        Set<String> had = before.stream().map(GroupRepresentation::getName).collect(Collectors.toSet());
        Map<String, String> ids = new HashMap<>();
        realm().groups().groups().forEach(group -> ids.put(group.getName(), group.getId()));
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

    /** Whether the person has a password already, which only it can have chosen. */
    boolean hasPassword(UUID subject) {
        return account(subject.toString()).credentials().stream()
                .anyMatch(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()));
    }

    /**
     * Mails the person a link by which it chooses its first password.
     *
     * @throws WebApplicationException if Keycloak could not send it
     */
    void invite(UUID subject, MailLanguage language) {
        UserResource account = account(subject.toString());
        InvitationMail.send(account, account.toRepresentation(), language);
    }

    /** Ends the account's sessions and removes it; one that is gone already needs nothing. */
    void remove(UUID subject) {
        try (Response removed = realm().users().delete(subject.toString())) {
            boolean gone = removed.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL
                    || removed.getStatus() == Response.Status.NOT_FOUND.getStatusCode();
            if (!gone) {
                throw new WebApplicationException("the account " + subject + " is not removed", removed.getStatus());
            }
        }
    }

    private static boolean isStaff(UserResource account) {
        List<String> groups = new ArrayList<>();
        account.groups().forEach(group -> groups.add(group.getName()));
        return !groups.isEmpty() && GROUPS.containsAll(groups);
    }

    private UserResource account(String subject) {
        return realm().users().get(subject);
    }

    private RealmResource realm() {
        return keycloak.realm(REALM);
    }
}
