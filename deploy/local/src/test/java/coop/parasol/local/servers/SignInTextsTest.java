package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's pages and mails in the portal's languages: those that it does not have itself are in the theme. */
class SignInTextsTest {

    private static final Path KEYCLOAK = Path.of("../keycloak");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d)");

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void hindi_and_gujarati_have_the_same_texts_with_the_same_parameters(String kind) throws IOException {
        Properties hindi = texts("parasol/" + kind + "/messages/messages_hi.properties");
        Properties gujarati = texts("parasol/" + kind + "/messages/messages_gu.properties");

        assertThat(hindi.stringPropertyNames())
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(gujarati.stringPropertyNames());
        assertThat(hindi.stringPropertyNames()).allSatisfy(name -> {
            assertThat(hindi.getProperty(name)).isNotBlank();
            if (!name.startsWith("linkExpirationFormatter")) {
                assertThat(parameters(gujarati, name)).as(name).isEqualTo(parameters(hindi, name));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "login, loginAccountTitle", "login, invalidUserMessage", "login, updatePasswordTitle",
                "login, emailInstruction",
        "email, passwordResetBody", "email, passwordResetBodyHtml", "email, executeActionsBody",
                "email, emailVerificationBody"
    })
    void what_people_need_to_sign_in_is_there(String kind, String name) throws IOException {
        for (String language : List.of("hi", "gu")) {
            assertThat(texts("parasol/" + kind + "/messages/messages_" + language + ".properties"))
                    .containsKey(name);
        }
    }

    @Test
    void the_realm_and_its_themes_have_the_languages_of_the_portal() throws IOException {
        JsonNode realm = new ObjectMapper().readTree(Files.readString(KEYCLOAK.resolve("parasol-realm.json")));
        List<String> languages = new ArrayList<>();
        realm.path("supportedLocales").forEach(language -> languages.add(language.asText()));

        assertThat(realm.path("internationalizationEnabled").asBoolean()).isTrue();
        assertThat(languages).containsExactly("en", "hi", "gu", "ja", "zh-CN");
        for (String theme : List.of("parasol/login", "parasol/email", "parasol-demo/login")) {
            assertThat(texts(theme + "/theme.properties").getProperty("locales"))
                    .as(theme)
                    .isEqualTo(String.join(",", languages));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "hi", "gu", "ja", "zh_CN"})
    void mails_name_the_firm_at_their_end(String language) throws IOException {
        Properties mails = texts("parasol/email/messages/messages_" + language + ".properties");

        for (String mail : List.of("executeActions", "passwordReset")) {
            assertThat(mails.getProperty(mail + "Subject")).as(mail).isNotBlank();
            assertThat(mails.getProperty(mail + "Body")).as(mail).endsWith("\n\n{2}");
            assertThat(mails.getProperty(mail + "BodyHtml")).as(mail).endsWith("<p>{2}</p>");
        }
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(KEYCLOAK.resolve("themes").resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> parameters(Properties texts, String name) {
        return PARAMETER
                .matcher(texts.getProperty(name))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
