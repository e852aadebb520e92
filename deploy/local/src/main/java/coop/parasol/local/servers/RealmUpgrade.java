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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a realm that an earlier release has made, or that was changed by hand, to what the files in {@code deploy/keycloak}
 * say: settings, roles, groups, clients with their claims and scopes, the user profile, what service accounts may do, and
 * through which server it sends mail. People and their passwords stay, and so does what the files do not name, but for
 * offline tokens, which nobody gets. Applied a second time it changes nothing.
 */
final class RealmUpgrade {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROFILE = "org.keycloak.userprofile.UserProfileProvider";
    private static final String OFFLINE = "offline_access";
    private static final Set<String> OF_THE_IMPORT = Set.of("realm", "id");

    private final KeycloakAdmin admin;
    private final Values values;

    RealmUpgrade(KeycloakAdmin admin, Values values) {
        this.admin = admin;
        this.values = values;
    }

    /**
     * What differs from installation to installation.
     *
     * @param clientSecret of membership's client; in the files {@code ${PARASOL_CLIENT_SECRET}}
     * @param partnersSecret of distribution's client; in the files {@code ${PARASOL_PARTNERS_SECRET}}
     * @param portalSecret of the portal's client; in the files {@code ${PARASOL_PORTAL_SECRET}}
     * @param noticesSecret of the client that reads people's addresses; in the files {@code ${PARASOL_NOTICES_SECRET}}
     * @param publicOrigin where people find the portal and this realm; in the files {@code ${PARASOL_PUBLIC_ORIGIN}}
     * @param demo whether the command line may sign its users in by their passwords
     * @param mailServer empty while no mail can be sent: then nobody can reset an own password
     * @param firm whose realm it is
     */
    record Values(
            String clientSecret,
            String partnersSecret,
            String portalSecret,
            String noticesSecret,
            String publicOrigin,
            boolean demo,
            Optional<MailServer> mailServer,
            RealmFirm firm) {

        String in(String text) {
            return text.replace("${PARASOL_CLIENT_SECRET}", clientSecret)
                    .replace("${PARASOL_PARTNERS_SECRET}", partnersSecret)
                    .replace("${PARASOL_PORTAL_SECRET}", portalSecret)
                    .replace("${PARASOL_NOTICES_SECRET}", noticesSecret)
                    .replace("${PARASOL_PUBLIC_ORIGIN}", publicOrigin);
        }
    }

    /** @param folder {@code deploy/keycloak} */
    void apply(Path folder) throws IOException {
        JsonNode code = read(folder.resolve("parasol-realm.json"));
        settings(code);
        RealmFirm.nameSubjects(admin, folder);
        for (JsonNode role : code.path("roles").path("realm")) {
            role(role);
        }
        for (JsonNode group : code.path("groups")) {
            group(group);
        }
        withoutOfflineTokens();
        for (JsonNode scope : read(folder.resolve("parasol-client-scopes.json"))) {
            clientScope((ObjectNode) scope);
        }
        JsonNode ofTheDemo = values.demo() ? read(folder.resolve("demo/clients.json")) : JSON.createArrayNode();
        for (JsonNode client : code.path("clients")) {
            client(merged(client, ofClient(ofTheDemo, client.path("clientId").asText())));
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
        new AccountRights(admin).grant();
    }

    private JsonNode read(Path file) throws IOException {
        return JSON.readTree(values.in(Files.readString(file)));
    }

    private void settings(JsonNode code) {
        ObjectNode realm = (ObjectNode) admin.get("");
        String nameBefore = realm.path("displayName").asText();
        code.properties().stream()
                .filter(setting -> isSetting(setting.getValue()) && !OF_THE_IMPORT.contains(setting.getKey()))
                .forEach(setting -> realm.set(setting.getKey(), setting.getValue()));
        values.firm().describe(realm, code, nameBefore);
        realm.put("resetPasswordAllowed", values.mailServer().isPresent());
        realm.put("loginTheme", values.demo() ? "parasol-demo" : "parasol");
        realm.set(
                "smtpServer",
                values.mailServer().map(MailServer::asKeycloakHasIt).orElseGet(JSON::createObjectNode));
        admin.put("", realm);
    }

    /** A value, or values such as the languages; what is made of parts is brought over part by part. */
    private static boolean isSetting(JsonNode value) {
        return value.isValueNode() || (!value.isEmpty() && value.path(0).isValueNode());
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

    /** A group that gives its members roles. */
    private void group(JsonNode group) {
        String name = group.path("name").asText();
        if (named(admin.get("/groups"), name) == null) {
            ObjectNode bare = JSON.createObjectNode().put("name", name);
            admin.post("/groups", bare);
        }
        JsonNode made = Objects.requireNonNull(named(admin.get("/groups"), name));
        String path = "/groups/" + made.path("id").asText() + "/role-mappings/realm";
        assign(path, group.path("realmRoles"));
    }

    /**
     * No client can ask for a token that outlives its session, also none that is made by hand later. Left out are clients with
     * which nobody can sign in, those of Keycloak's administration, which it lets nobody change.
     */
    private void withoutOfflineTokens() {
        JsonNode scope = named(admin.get("/client-scopes"), OFFLINE);
        if (scope == null) {
            return;
        }
        String id = scope.path("id").asText();
        for (JsonNode client : admin.get("/clients?max=1000")) {
            String path = "/clients/" + client.path("id").asText() + "/optional-client-scopes";
            if (!client.path("clientId").asText().equals(AccountRights.HOLDER)
                    && !client.path("bearerOnly").asBoolean()
                    && named(admin.get(path), OFFLINE) != null) {
                admin.delete(path + "/" + id);
            }
        }
        if (named(admin.get("/default-optional-client-scopes"), OFFLINE) != null) {
            admin.delete("/default-optional-client-scopes/" + id);
        }
    }

    /** Claims that several clients' tokens have. */
    private void clientScope(ObjectNode scope) {
        String name = scope.path("name").asText();
        JsonNode known = named(admin.get("/client-scopes"), name);
        if (known == null) {
            admin.post("/client-scopes", scope);
            return;
        }
        String path = "/client-scopes/" + known.path("id").asText();
        ObjectNode changed = merged(known, scope);
        changed.remove("protocolMappers");
        admin.put(path, changed);
        mappers(path + "/protocol-mappers/models", scope.path("protocolMappers"));
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
        String owner = admin.clientId(user.path("serviceAccountClientId").asText());
        String account = admin.get("/clients/" + owner + "/service-account-user")
                .path("id")
                .asText();
        user.path("clientRoles")
                .properties()
                .forEach(declared -> assign(
                        "/users/" + account + "/role-mappings/clients/" + admin.clientId(declared.getKey()),
                        declared.getValue()));
    }

    /** The roles at that path are exactly those declared. */
    private void assign(String path, JsonNode declared) {
        List<String> names = new ArrayList<>();
        declared.forEach(name -> names.add(name.asText()));
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
    }

    /** What is declared for a client; nothing if nothing is. */
    private static JsonNode ofClient(JsonNode clients, String clientId) {
        for (JsonNode client : clients) {
            if (clientId.equals(client.path("clientId").asText())) {
                return client;
            }
        }
        return JSON.createObjectNode();
    }

    static @Nullable JsonNode named(JsonNode all, String name) {
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
