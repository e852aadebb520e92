package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Types of the services have codes in common, and a code has one word in each language. That fits as long as they mean the same by it:
 * a lot that is REJECTED has failed its inspection, a proposal has lost the vote. Whoever adds a type, or a code to one, looks whether
 * the word fits: then the type is entered in {@code shared-codes.csv}; else it gets a word of its own, {@code Type.CODE} in
 * {@code codes_*.properties}, and pages ask for that.
 */
class SharedCodesTest {

    private static final Path SERVICES = Path.of("../../contracts/openapi");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path LOOKED_AT = Path.of("src/test/resources/shared-codes.csv");
    private static final Pattern TYPE =
            Pattern.compile("\\n    (\\w+):\\n      type: string\\n      enum:\\n((?:      - [A-Z_]+\\n)+)");
    private static final Pattern CODE = Pattern.compile("- ([A-Z_]{4,})");

    @Test
    void types_that_use_one_code_were_looked_at_whether_they_mean_the_same() throws IOException {
        Set<String> own = keysOfTypes(Language.JAPANESE);
        Map<String, Set<String>> types = typesByCode();
        types.forEach((code, of) -> of.removeIf(type -> own.contains(type + "." + code)));

        List<String> shared = types.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + "," + String.join(" ", entry.getValue()))
                .toList();

        assertThat(shared).hasSizeGreaterThan(20);
        assertThat(Files.readAllLines(LOOKED_AT)).containsExactlyElementsOf(shared);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void a_lost_vote_is_not_a_lot_that_has_failed_its_inspection(Language language) {
        LanguageFormats formats = LanguageFormats.of(language);

        assertThat(formats.words("REJECTED", "ProposalState"))
                .isNotEqualTo(formats.words("REJECTED", "BatchState"))
                .isNotBlank();
        assertThat(formats.words("REJECTED", "BatchState")).isEqualTo(formats.words("REJECTED"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void a_word_of_a_type_is_for_a_code_that_it_has(Language language) throws IOException {
        Map<String, Set<String>> types = typesByCode();
        assertThat(keysOfTypes(language))
                .isEqualTo(keysOfTypes(Language.JAPANESE))
                .allSatisfy(key -> {
                    String[] parts = key.split("\\.", 2);
                    assertThat(types.get(parts[1])).as(key).contains(parts[0]);
                });
    }

    @Test
    void a_page_asks_for_the_word_of_each_type_that_has_one() throws IOException {
        String templates;
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            templates = files.filter(Files::isRegularFile)
                    .map(SharedCodesTest::text)
                    .collect(Collectors.joining("\n"));
        }
        Set<String> types = keysOfTypes(Language.JAPANESE).stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(types)
                .contains("ProposalState")
                .allSatisfy(type -> assertThat(templates).contains("'" + type + "'"));
        assertThat(templates).doesNotContain("proposal.state.words}", "proposal.state.badge}");
    }

    /** The types that have a code, by code. */
    private static Map<String, Set<String>> typesByCode() throws IOException {
        Map<String, Set<String>> types = new TreeMap<>();
        try (Stream<Path> files = Files.list(SERVICES)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(file -> TYPE.matcher(text(file)).results())
                    .forEach(type -> CODE.matcher(type.group(2))
                            .results()
                            .forEach(code -> types.computeIfAbsent(code.group(1), each -> new TreeSet<>())
                                    .add(type.group(1))));
        }
        assertThat(types.get("CERTIFIED")).contains("BatchState");
        return types;
    }

    private static Set<String> keysOfTypes(Language language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("codes_" + language.code() + ".properties"))) {
            properties.load(reader);
        }
        Map<String, String> own = new HashMap<>();
        properties.stringPropertyNames().stream()
                .filter(key -> key.contains("."))
                .forEach(key -> own.put(key, properties.getProperty(key)));
        assertThat(own.values()).noneMatch(String::isBlank);
        return new TreeSet<>(own.keySet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
