package coop.parasol.local.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * What membership's client may do at Keycloak: see, make and change the accounts in the group {@code producers}, and no
 * other (Keycloak's fine-grained admin permissions, version 2). So who gets hold of the client cannot become a desk.
 */
final class MemberAccountRights {

    /** The client in which Keycloak keeps the permissions of a realm. */
    static final String HOLDER = "admin-permissions";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GROUP = "producers";
    private static final String CLIENT = "parasol-membership";
    private static final String POLICY = "is membership";
    private static final String PERMISSION = "membership manages producers";
    private static final List<String> SCOPES = List.of("view", "view-members", "manage-members", "manage-membership");

    private final KeycloakAdmin admin;

    MemberAccountRights(KeycloakAdmin admin) {
        this.admin = admin;
    }

    /** Grants it; the realm has the group, the client, and permissions enabled. */
    void grant() {
        String server = "/clients/" + admin.clientId(HOLDER) + "/authz/resource-server";
        ObjectNode policy = JSON.createObjectNode().put("name", POLICY);
        // Keycloak asks who calls, not by which client: a service account is a user
        policy.putArray("users")
                .add(admin.get("/clients/" + admin.clientId(CLIENT) + "/service-account-user")
                        .path("id")
                        .asText());
        String policyId = store(server + "/policy/user", server + "/policy/search?name=", policy);
        JsonNode group = Objects.requireNonNull(RealmUpgrade.named(admin.get("/groups"), GROUP));
        ObjectNode permission = JSON.createObjectNode().put("name", PERMISSION).put("resourceType", "Groups");
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
