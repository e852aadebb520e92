package coop.parasol.local.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * What the client of a service may do at Keycloak: see, make and change the accounts in one group, and no other (Keycloak's
 * fine-grained admin permissions, version 2). membership has that of the producers, distribution that of the partners. So who
 * gets hold of a client cannot become a desk, and distribution cannot act as a member.
 */
final class AccountRights {

    /** The client in which Keycloak keeps the permissions of a realm. */
    static final String HOLDER = "admin-permissions";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SCOPES = List.of("view", "view-members", "manage-members", "manage-membership");

    private final KeycloakAdmin admin;

    AccountRights(KeycloakAdmin admin) {
        this.admin = admin;
    }

    /** Grants each service its group; the realm has the groups, the clients, and permissions enabled. */
    void grant() {
        grant("membership", "producers");
        grant("distribution", "partners");
    }

    private void grant(String service, String groupName) {
        String server = "/clients/" + admin.clientId(HOLDER) + "/authz/resource-server";
        ObjectNode policy = JSON.createObjectNode().put("name", "is " + service);
        // Keycloak asks who calls, not by which client: a service account is a user
        policy.putArray("users")
                .add(admin.get("/clients/" + admin.clientId("parasol-" + service) + "/service-account-user")
                        .path("id")
                        .asText());
        String policyId = store(server + "/policy/user", server + "/policy/search?name=", policy);
        JsonNode group = Objects.requireNonNull(RealmUpgrade.named(admin.get("/groups"), groupName));
        ObjectNode permission = JSON.createObjectNode()
                .put("name", service + " manages " + groupName)
                .put("resourceType", "Groups");
        permission.putArray("resources").add(group.path("id").asText());
        SCOPES.forEach(permission.putArray("scopes")::add);
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
