package coop.parasol.local.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.UUID;

/**
 * Clients of systems that call Parasol without a person: a partner's merchandise management. Each signs in with a secret of
 * its own (client credentials grant, RFC 6749, 4.4), and its tokens say for which partner it acts.
 */
public final class MachineClients {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROLE = "partner";

    private final KeycloakAdmin admin;

    MachineClients(KeycloakAdmin admin) {
        this.admin = admin;
    }

    /** With what a system signs in. */
    public record Credentials(String clientId, String secret) {}

    /** Makes the client of a partner, or replaces the secret of the one that there is; the earlier secret ends at once. */
    Credentials forPartner(UUID partnerId) {
        String clientId = "partner-" + partnerId;
        if (admin.clientId(clientId).isEmpty()) {
            admin.post("/clients", client(clientId, partnerId));
        }
        String path = "/clients/" + admin.clientId(clientId);
        giveRole(admin.get(path + "/service-account-user").path("id").asText());
        String secret = admin.postForAnswer(path + "/client-secret", JSON.createObjectNode())
                .path("value")
                .asText();
        return new Credentials(clientId, secret);
    }

    private static ObjectNode client(String clientId, UUID partnerId) {
        ObjectNode client = JSON.createObjectNode()
                .put("clientId", clientId)
                .put("name", "A partner's own system")
                .put("enabled", true)
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", true)
                .put("protocol", "openid-connect");
        client.putArray("defaultClientScopes").add("basic").add("roles").add("parasol");
        client.putArray("optionalClientScopes");
        ObjectNode claim = client.putArray("protocolMappers")
                .addObject()
                .put("name", "partner_id of this client")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper");
        claim.putObject("config")
                .put("claim.name", "partner_id")
                .put("claim.value", partnerId.toString())
                .put("jsonType.label", "String")
                .put("access.token.claim", "true")
                .put("id.token.claim", "false");
        return client;
    }

    private void giveRole(String serviceAccount) {
        String path = "/users/" + serviceAccount + "/role-mappings/realm";
        JsonNode missing = RealmUpgrade.named(admin.get(path + "/available"), ROLE);
        if (missing != null) {
            admin.post(path, JSON.createArrayNode().add(Objects.requireNonNull(missing)));
        }
    }
}
