package coop.parasol.local.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.StreamSupport;

/**
 * The firm whose realm it is, on Keycloak's pages and in its mails: its name, and the language for whoever has chosen none.
 *
 * @param name as it is founded; empty to leave the name that the realm has
 * @param language BCP 47, such as {@code gu}; empty for that of the realm's file
 */
record RealmFirm(Optional<String> name, Optional<String> language) {

    /** What a firm is called that was founded without a name, as in the services' settings. */
    static final String USUAL_NAME = "Parasol Marketing Ltd.";

    static final String NAME = "PARASOL_FIRM_NAME";
    static final String LANGUAGE = "PARASOL_FIRM_LANGUAGE";

    /** Mails that Keycloak sends to people; what their subjects are made of does not have the realm's name. */
    private static final List<String> SUBJECTS = List.of("executeActionsSubject", "passwordResetSubject");

    /** The firm of these settings, by environment variable. */
    static RealmFirm of(Map<String, String> settings) {
        return new RealmFirm(value(settings, NAME), value(settings, LANGUAGE));
    }

    private static Optional<String> value(Map<String, String> settings, String name) {
        return Optional.of(settings.getOrDefault(name, "").strip()).filter(value -> !value.isEmpty());
    }

    /**
     * Names the realm, whose name Keycloak shows above its pages and has in the texts of its mails.
     *
     * @param code the realm's file
     * @param before the name that the realm had
     * @throws OperatorException if the firm's language is none of the realm's
     */
    void describe(ObjectNode realm, JsonNode code, String before) {
        boolean isNamed =
                !before.isBlank() && !before.equals(code.path("displayName").asText());
        realm.put("displayName", name.orElse(isNamed ? before : USUAL_NAME));
        language.ifPresent(tag -> realm.put("defaultLocale", supported(code, tag)));
    }

    private static String supported(JsonNode code, String tag) {
        return StreamSupport.stream(code.path("supportedLocales").spliterator(), false)
                .map(JsonNode::asText)
                .filter(known -> primary(known).equals(primary(tag)))
                .findFirst()
                .orElseThrow(() -> new OperatorException(
                        LANGUAGE + "=" + tag + " is unknown." + "\nWhat to do: set it to en, hi, gu, ja or zh."));
    }

    private static String primary(String tag) {
        return tag.split("[-_]", 2)[0];
    }

    /**
     * Ends the subjects of Keycloak's mails with the realm's name, in each of its languages.
     *
     * @param folder {@code deploy/keycloak}, whose theme has the subjects
     */
    static void nameSubjects(KeycloakAdmin admin, Path folder) throws IOException {
        JsonNode realm = admin.get("");
        String name = quoted(realm.path("displayName").asText());
        for (JsonNode locale : realm.path("supportedLocales")) {
            Properties texts = texts(folder, locale.asText());
            ObjectNode named = new ObjectMapper().createObjectNode();
            SUBJECTS.forEach(subject -> named.put(subject, texts.getProperty(subject) + " – " + name));
            admin.post("/localization/" + locale.asText(), named);
        }
    }

    private static Properties texts(Path folder, String locale) throws IOException {
        Path file =
                folder.resolve("themes/parasol/email/messages/messages_" + locale.replace('-', '_') + ".properties");
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    /** As a text of {@link java.text.MessageFormat}, in which apostrophes and braces mean something. */
    private static String quoted(String name) {
        return name.replace("'", "''").replace("{", "'{'");
    }
}
