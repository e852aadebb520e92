package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A realm of an earlier release becomes what the file says, at the real Keycloak; its people stay. */
@EnabledIfEnvironmentVariable(named = "PARASOL_TEST_KEYCLOAK", matches = ".+")
class RealmUpgradeIT {

    private static final Path CODE = Path.of("../keycloak/parasol-realm.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakAdmin admin = connect();

    @AfterEach
    void asItWas() throws IOException {
        upgrade();
        admin.close();
    }

    @Test
    void what_was_changed_by_hand_is_what_the_file_says_again_and_people_stay() throws IOException {
        upgrade();
        String settings = settings();
        List<String> claims = claims();
        JsonNode people = admin.get("/users?max=1000");
        changeByHand();
        assertThat(settings()).isNotEqualTo(settings);
        assertThat(claims()).isNotEqualTo(claims);

        upgrade();
        upgrade();

        assertThat(settings()).isEqualTo(settings);
        assertThat(claims()).isEqualTo(claims);
        assertThat(admin.get(client() + "/optional-client-scopes")).isEmpty();
        assertThat(admin.get("/users?max=1000")).isEqualTo(people);
    }

    private void changeByHand() throws IOException {
        ObjectNode realm = (ObjectNode) admin.get("");
        admin.put("", realm.put("bruteForceProtected", false).put("failureFactor", 3));
        for (JsonNode claim : admin.get(client() + "/protocol-mappers/models")) {
            if (claim.path("name").asText().startsWith("audience")) {
                admin.delete(client() + "/protocol-mappers/models/"
                        + claim.path("id").asText());
            }
        }
        for (JsonNode scope : admin.get("/client-scopes")) {
            if (scope.path("name").asText().equals("offline_access")) {
                admin.put(
                        client() + "/optional-client-scopes/" + scope.path("id").asText(), JSON.createObjectNode());
            }
        }
    }

    private String settings() {
        JsonNode realm = admin.get("");
        return realm.path("bruteForceProtected") + " " + realm.path("failureFactor");
    }

    private List<String> claims() {
        List<String> names = new ArrayList<>();
        admin.get(client() + "/protocol-mappers/models")
                .forEach(claim -> names.add(claim.path("name").asText()));
        return names.stream().sorted().toList();
    }

    private String client() {
        return "/clients/"
                + admin.get("/clients?clientId=parasol-cli").path(0).path("id").asText();
    }

    private void upgrade() throws IOException {
        new RealmUpgrade(admin, System.getenv("PARASOL_TEST_CLIENT_SECRET")).apply(CODE);
    }

    private static KeycloakAdmin connect() {
        return new KeycloakAdmin(
                System.getenv("PARASOL_TEST_KEYCLOAK"), System.getenv("PARASOL_TEST_KEYCLOAK_ADMIN_PASSWORD"));
    }
}
