package coop.parasol.local.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a realm that an earlier release has made, or that was changed by hand, to what {@code parasol-realm.json} says:
 * settings, roles, clients with their claims and scopes, the user profile, and what service accounts may do. People and
 * their passwords stay, and so does what the file does not name. Applied a second time it changes nothing.
 */
final class RealmUpgrade {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROFILE = "org.keycloak.userprofile.UserProfileProvider";
    private static final Set<String> OF_THE_IMPORT = Set.of("realm", "id");

    private final KeycloakAdmin admin;
    private final String clientSecret;

    /** @param clientSecret stands in the file as {@code ${PARASOL_CLIENT_SECRET}} */
    RealmUpgrade(KeycloakAdmin admin, String clientSecret) {
        this.admin = admin;
        this.clientSecret = clientSecret;
    }

    void apply(Path file) throws IOException {
        JsonNode code = JSON.readTree(Files.readString(file).replace("${PARASOL_CLIENT_SECRET}", clientSecret));
        settings(code);
        for (JsonNode role : code.path("roles").path("realm")) {
            role(role);
        }
        for (JsonNode client : code.path("clients")) {
            client((ObjectNode) client);
        }
        for (JsonNode profile : code.path("components").path(PROFILE)) {
            String declared = profile.path("config")
                    .path("kc.user.profile.config")
                    .path(0)
                    .asText();
            admin.put("/users/profile", JSON.readTree(declared));
        }
        for (JsonNode user : code.path("users")) {
            serviceAccount(user);
        }
    }

    private void settings(JsonNode code) {
        ObjectNode realm = (ObjectNode) admin.get("");
        code.properties().stream()
                .filter(setting -> setting.getValue().isValueNode() && !OF_THE_IMPORT.contains(setting.getKey()))
                .forEach(setting -> realm.set(setting.getKey(), setting.getValue()));
        admin.put("", realm);
    }

    private void role(JsonNode role) {
        JsonNode all = admin.get("/roles?briefRepresentation=false&max=1000");
        JsonNode known = named(all, role.path("name").asText());
        if (known == null) {
            admin.post("/roles", role);
        } else {
            admin.put("/roles-by-id/" + known.path("id").asText(), merged(known, role));
        }
    }

    private void client(ObjectNode client) {
        JsonNode found =
                admin.get("/clients?clientId=" + client.path("clientId").asText());
        if (found.isEmpty()) {
            admin.post("/clients", client);
            return;
        }
        String path = "/clients/" + found.path(0).path("id").asText();
        ObjectNode changed = merged(found.path(0), client);
        changed.remove("protocolMappers");
        admin.put(path, changed);
        mappers(path + "/protocol-mappers/models", client.path("protocolMappers"));
        for (String kind : List.of("default", "optional")) {
            if (client.has(kind + "ClientScopes")) {
                scopes(path + "/" + kind + "-client-scopes", client.path(kind + "ClientScopes"));
            }
        }
    }

    /** The claims of a client's tokens are exactly those of the file. */
    private void mappers(String path, JsonNode declared) {
        for (JsonNode known : admin.get(path)) {
            if (named(declared, known.path("name").asText()) == null) {
                admin.delete(path + "/" + known.path("id").asText());
            }
        }
        JsonNode rest = admin.get(path);
        for (JsonNode mapper : declared) {
            JsonNode known = named(rest, mapper.path("name").asText());
            if (known == null) {
                admin.post(path, mapper);
            } else {
                admin.put(path + "/" + known.path("id").asText(), merged(known, mapper));
            }
        }
    }

    private void scopes(String path, JsonNode declared) {
        List<String> names = new ArrayList<>();
        declared.forEach(name -> names.add(name.asText()));
        for (JsonNode known : admin.get(path)) {
            if (!names.remove(known.path("name").asText())) {
                admin.delete(path + "/" + known.path("id").asText());
            }
        }
        JsonNode all = admin.get("/client-scopes");
        for (String name : names) {
            JsonNode scope = named(all, name);
            if (scope != null) {
                admin.put(path + "/" + scope.path("id").asText(), JSON.createObjectNode());
            }
        }
    }

    /** A service account has exactly the file's roles of each client that the file names. */
    private void serviceAccount(JsonNode user) {
        String owner = clientId(user.path("serviceAccountClientId").asText());
        String account = admin.get("/clients/" + owner + "/service-account-user")
                .path("id")
                .asText();
        user.path("clientRoles").properties().forEach(declared -> {
            String path = "/users/" + account + "/role-mappings/clients/" + clientId(declared.getKey());
            List<String> names = new ArrayList<>();
            declared.getValue().forEach(name -> names.add(name.asText()));
            ArrayNode tooMany = JSON.createArrayNode();
            admin.get(path).forEach(known -> {
                if (!names.remove(known.path("name").asText())) {
                    tooMany.add(known);
                }
            });
            ArrayNode missing = JSON.createArrayNode();
            JsonNode available = admin.get(path + "/available");
            names.forEach(name -> missing.add(named(available, name)));
            if (!tooMany.isEmpty()) {
                admin.delete(path, tooMany);
            }
            if (!missing.isEmpty()) {
                admin.post(path, missing);
            }
        });
    }

    private String clientId(String name) {
        return admin.get("/clients?clientId=" + name).path(0).path("id").asText();
    }

    private static @Nullable JsonNode named(JsonNode all, String name) {
        for (JsonNode one : all) {
            if (name.equals(one.path("name").asText())) {
                return one;
            }
        }
        return null;
    }

    private static ObjectNode merged(JsonNode known, JsonNode declared) {
        ObjectNode merged = known.deepCopy();
        merged.setAll((ObjectNode) declared);
        return merged;
    }
}
