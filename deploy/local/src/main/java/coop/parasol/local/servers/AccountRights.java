package coop.parasol.local.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the client of a service may do at Keycloak: see, make and change the accounts in some groups, and no other (Keycloak's
 * fine-grained admin permissions, version 2). membership has those of the producers and of the firm's own people, distribution
 * that of the partners. So neither can change what a group may do, see accounts that are in no such group, such as those by which
 * the firm was founded, or, as distribution, act as a member or a desk.
 */
final class AccountRights {

    /** The client in which Keycloak keeps the permissions of a realm. */
    static final String HOLDER = "admin-permissions";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Desks and auditors, to whom two persons give their accounts in membership. */
    private static final List<String> STAFF = List.of(
            "registrars", "treasurers", "quality-desk", "pricing-desk", "logistics-desk", "auditors", "administrators");

    private static final List<String> SCOPES = List.of("view", "view-members", "manage-members", "manage-membership");

    /** Whose members go from one of the groups to another when their rights change; members of other groups do not come in. */
    private static final List<String> OF_STAFF = Stream.concat(
                    SCOPES.stream(), Stream.of("manage-membership-of-members"))
            .toList();

    private final KeycloakAdmin admin;

    AccountRights(KeycloakAdmin admin) {
        this.admin = admin;
    }

    /** Grants each service its group; the realm has the groups, the clients, and permissions enabled. */
    void grant() {
        grant("membership", "producers", List.of("producers"), SCOPES);
        grant("membership", "staff", STAFF, OF_STAFF);
        grant("distribution", "partners", List.of("partners"), SCOPES);
    }

    /** @param whose what the permission's name says of the groups */
    private void grant(String service, String whose, List<String> groups, List<String> scopes) {
        String server = "/clients/" + admin.clientId(HOLDER) + "/authz/resource-server";
        ObjectNode policy = JSON.createObjectNode().put("name", "is " + service);
        // Keycloak asks who calls, not by which client: a service account is a user
        policy.putArray("users")
                .add(admin.get("/clients/" + admin.clientId("parasol-" + service) + "/service-account-user")
                        .path("id")
                        .asText());
        String policyId = store(server + "/policy/user", server + "/policy/search?name=", policy);
        ObjectNode permission = JSON.createObjectNode()
                .put("name", service + " manages " + whose)
                .put("resourceType", "Groups");
        JsonNode all = admin.get("/groups");
        ArrayNode resources = permission.putArray("resources");
        groups.forEach(group -> resources.add(Objects.requireNonNull(RealmUpgrade.named(all, group))
                .path("id")
                .asText()));
        ArrayNode granted = permission.putArray("scopes");
        scopes.forEach(granted::add);
        permission.putArray("policies").add(policyId);
        store(server + "/permission/scope", server + "/permission/search?name=", permission);
    }

    /** @return its id */
    private String store(String path, String search, ObjectNode declared) {
        String found = search + declared.path("name").asText().replace(" ", "%20");
        JsonNode known = admin.get(found);
        if (known.isMissingNode()) {
            admin.post(path, declared);
        } else {
            String id = known.path("id").asText();
            admin.put(path + "/" + id, declared.put("id", id));
        }
        return admin.get(found).path("id").asText();
    }
}
