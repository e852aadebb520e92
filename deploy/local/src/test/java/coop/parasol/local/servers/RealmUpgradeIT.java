package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A realm of an earlier release becomes what the files say, at the real Keycloak; its people stay. */
@EnabledIfEnvironmentVariable(named = "PARASOL_TEST_KEYCLOAK", matches = ".+")
class RealmUpgradeIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TestRealm realm;
    private KeycloakAdmin admin;

    @BeforeEach
    void found() {
        realm = TestRealm.create(false, Optional.empty());
        admin = realm.admin();
    }

    @AfterEach
    void end() {
        admin.close();
        realm.close();
    }

    @Test
    void what_was_changed_by_hand_is_what_the_files_say_again_and_people_stay() {
        realm.addPerson("rekha", "registrar");
        String settings = settings();
        List<String> claims = claims();
        JsonNode people = admin.get("/users?max=1000");
        changeByHand();
        assertThat(settings()).isNotEqualTo(settings);
        assertThat(claims()).isNotEqualTo(claims);

        realm.upgrade(false, Optional.empty());
        realm.upgrade(false, Optional.empty());

        assertThat(settings()).isEqualTo(settings);
        assertThat(claims()).isEqualTo(claims).contains("audience parasol-quality", "member_id");
        assertThat(admin.get("/users?max=1000")).isEqualTo(people);
        assertThat(admin.get(client() + "/optional-client-scopes")).isEmpty();
        assertThat(RealmUpgrade.named(admin.get("/default-optional-client-scopes"), "offline_access"))
                .isNull();
    }

    @Test
    void an_upgrade_of_what_is_as_the_files_say_changes_nothing() {
        List<String> before = everything();

        realm.upgrade(false, Optional.empty());

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void nobody_resets_a_password_until_mail_can_be_sent() {
        MailServer server = new MailServer(
                "smtp.firm.example",
                587,
                "firm@firm.example",
                "Firm Ltd.",
                MailServer.Security.STARTTLS,
                "firm",
                "secret");
        assertThat(admin.get("").path("resetPasswordAllowed").asBoolean()).isFalse();

        realm.upgrade(false, Optional.of(server));
        assertThat(admin.get("").path("resetPasswordAllowed").asBoolean()).isTrue();
        assertThat(admin.get("").path("smtpServer").path("host").asText()).isEqualTo("smtp.firm.example");

        realm.upgrade(false, Optional.empty());
        assertThat(admin.get("").path("resetPasswordAllowed").asBoolean()).isFalse();
        assertThat(admin.get("").path("smtpServer")).isEmpty();
    }

    @Test
    void keycloak_names_the_firm_and_keeps_its_name_when_it_is_not_said_again() {
        assertThat(admin.get("").path("displayName").asText()).isEqualTo("Parasol Marketing Ltd.");

        realm.upgrade(
                false,
                Optional.empty(),
                Map.of("PARASOL_FIRM_NAME", "Weavers' {Kutch}", "PARASOL_FIRM_LANGUAGE", "zh"));
        realm.upgrade(false, Optional.empty());

        assertThat(admin.get("").path("displayName").asText()).isEqualTo("Weavers' {Kutch}");
        assertThat(admin.get("/localization/gu").path("executeActionsSubject").asText())
                .isEqualTo("તમારો પાસવર્ડ પસંદ કરો – Weavers'' '{'Kutch}");
        assertThat(admin.get("/localization/zh-CN").path("passwordResetSubject").asText())
                .startsWith("设置新密码 – ");
    }

    @Test
    void whoever_has_chosen_no_language_is_written_to_in_the_firms() {
        realm.upgrade(false, Optional.empty(), Map.of("PARASOL_FIRM_LANGUAGE", "zh"));

        assertThat(admin.get("").path("defaultLocale").asText()).isEqualTo("zh-CN");
        assertThatThrownBy(() -> realm.upgrade(false, Optional.empty(), Map.of("PARASOL_FIRM_LANGUAGE", "tlh")))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("What to do");
    }

    private void changeByHand() {
        ObjectNode settings = (ObjectNode) admin.get("");
        admin.put("", settings.put("bruteForceProtected", false).put("revokeRefreshToken", false));
        for (JsonNode claim : admin.get(scope() + "/protocol-mappers/models")) {
            if (claim.path("name").asText().startsWith("audience")) {
                admin.delete(
                        scope() + "/protocol-mappers/models/" + claim.path("id").asText());
            }
        }
        JsonNode offline = Objects.requireNonNull(RealmUpgrade.named(admin.get("/client-scopes"), "offline_access"));
        admin.put(client() + "/optional-client-scopes/" + offline.path("id").asText(), JSON.createObjectNode());
        admin.put("/default-optional-client-scopes/" + offline.path("id").asText(), JSON.createObjectNode());
        ObjectNode portal = (ObjectNode) admin.get(client());
        admin.put(client(), portal.put("directAccessGrantsEnabled", true));
    }

    private String settings() {
        JsonNode settings = admin.get("");
        return settings.path("bruteForceProtected") + " " + settings.path("revokeRefreshToken") + " "
                + admin.get(client()).path("directAccessGrantsEnabled");
    }

    /** All that the files say something about, part by part; Keycloak lists parts in any order. */
    private List<String> everything() {
        StringBuilder all = new StringBuilder();
        for (String path : List.of("", "/clients?max=1000", "/client-scopes", "/groups", "/roles", "/users/profile")) {
            all.append(admin.get(path)).append('\n');
        }
        return Stream.of(all.toString().split("[,{}\\[\\]]+")).sorted().toList();
    }

    private List<String> claims() {
        List<String> names = new ArrayList<>();
        admin.get(scope() + "/protocol-mappers/models")
                .forEach(claim -> names.add(claim.path("name").asText()));
        return names.stream().sorted().toList();
    }

    private String scope() {
        return "/client-scopes/"
                + Objects.requireNonNull(RealmUpgrade.named(admin.get("/client-scopes"), "parasol"))
                        .path("id")
                        .asText();
    }

    private String client() {
        return "/clients/"
                + admin.get("/clients?clientId=parasol-portal")
                        .path(0)
                        .path("id")
                        .asText();
    }
}
