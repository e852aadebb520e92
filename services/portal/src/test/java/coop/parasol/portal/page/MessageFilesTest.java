package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text is there in every language with the same parameters, and each is used. */
class MessageFilesTest {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private static List<Bundle> bundles;

    /** A bundle's texts in English. */
    private record Bundle(String name, Map<String, String> texts) {}

    @BeforeAll
    static void read() {
        bundles = files(JAVA, "Messages.java").map(MessageFilesTest::bundle).toList();
        assertThat(bundles).hasSizeGreaterThan(45);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void every_message_is_there_in_each_language_with_its_parameters_and_no_other_is(Language language) {
        List<String> wrong = new ArrayList<>();
        for (Bundle bundle : bundles) {
            Path file = RESOURCES.resolve("messages/" + bundle.name() + "_" + language.code() + ".properties");
            wrong.addAll(differences(file.getFileName().toString(), bundle.texts(), properties(file)));
        }

        assertThat(wrong).isEmpty();
        assertThat(files(RESOURCES.resolve("messages"), "_" + language.code() + ".properties"))
                .hasSize(bundles.size());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void plain_texts_are_the_same_in_each_language(Language language) {
        String suffix = "_" + language.code() + ".properties";
        for (String file : List.of(PlainTexts.PROBLEMS, PlainTexts.BYLAWS, PlainTexts.FORMATS)) {
            assertThat(differences(
                            file + suffix,
                            properties(RESOURCES.resolve(file + ".properties")),
                            properties(RESOURCES.resolve(file + suffix))))
                    .isEmpty();
        }
    }

    @Test
    void a_text_that_is_missing_empty_superfluous_or_has_other_parameters_is_found() {
        Map<String, String> english = Map.of("a", "One {n}", "b", "Two", "c", "Three", "d", "{#if n == 1}{n} x{/if}");

        assertThat(differences("seeded", english, Map.of("a", "{m}", "b", " ", "x", "?", "d", "{n}")))
                .containsExactlyInAnyOrder(
                        "seeded: a has the parameters [m] for [n]",
                        "seeded: b is empty",
                        "seeded: c is missing",
                        "seeded: x is in no bundle");
    }

    @Test
    void every_message_is_used_by_a_template_or_a_class() {
        String templates = texts(files(RESOURCES.resolve("templates"), ".html"));
        String classes =
                texts(files(JAVA, ".java").filter(file -> !file.toString().endsWith("Messages.java")));
        Set<String> inTemplates = found(Pattern.compile("\\b(\\w+:\\w+)"), templates);
        Set<String> inClasses = found(Pattern.compile("\\.\\s*(\\w+)\\("), classes);
        inClasses.addAll(found(Pattern.compile("::(\\w+)"), classes));

        List<String> unused = bundles.stream()
                .flatMap(bundle -> bundle.texts().keySet().stream()
                        .filter(key -> !inTemplates.contains(bundle.name() + ":" + key) && !inClasses.contains(key))
                        .map(key -> bundle.name() + ":" + key))
                .sorted()
                .toList();

        assertThat(inTemplates).contains("msg:signIn").doesNotContain("msg:noSuchText");
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void every_state_and_kind_that_a_service_answers_with_has_a_word(Language language) throws IOException {
        Set<String> answered = new TreeSet<>();
        Pattern values = Pattern.compile("enum:\\n((?:\\s*- [A-Z_]+\\n)+)");
        for (Path file : files(Path.of("../../contracts/openapi"), ".yaml").toList()) {
            Matcher matcher = values.matcher(Files.readString(file));
            while (matcher.find()) {
                answered.addAll(found(Pattern.compile("- ([A-Z_]{4,})"), matcher.group(1)));
            }
        }

        assertThat(answered).hasSizeGreaterThan(100).contains("CERTIFIED");
        assertThat(properties(RESOURCES.resolve("codes_" + language.code() + ".properties"))
                        .keySet())
                .containsAll(answered);
    }

    @Test
    void every_bylaw_has_a_text() throws IOException {
        String described = Files.readString(Path.of("../../contracts/openapi/membership.yaml"));
        Matcher bylaws = Pattern.compile("\\n    Bylaws:\\n(.*?)\\n    \\w", Pattern.DOTALL)
                .matcher(described);
        assertThat(bylaws.find()).isTrue();
        Set<String> names = found(Pattern.compile("\\n        (\\w+):"), bylaws.group(1));
        names.remove("version");

        Set<String> texts =
                new TreeSet<>(properties(RESOURCES.resolve("bylaws.properties")).keySet());
        texts.removeIf(text -> text.contains(".") && names.contains(text.substring(0, text.indexOf('.'))));

        assertThat(texts).as("apart from those of values").isEqualTo(new TreeSet<>(names));
    }

    private static List<String> differences(String file, Map<String, String> english, Map<String, String> translated) {
        List<String> wrong = new ArrayList<>();
        english.forEach((key, text) -> {
            String other = translated.get(key);
            if (other == null) {
                wrong.add(file + ": " + key + " is missing");
            } else if (other.isBlank()) {
                wrong.add(file + ": " + key + " is empty");
            } else if (!found(PARAMETER, text).equals(found(PARAMETER, other))) {
                wrong.add(file + ": " + key + " has the parameters " + found(PARAMETER, other) + " for "
                        + found(PARAMETER, text));
            }
        });
        translated.keySet().stream()
                .filter(key -> !english.containsKey(key))
                .forEach(key -> wrong.add(file + ": " + key + " is in no bundle"));
        return wrong;
    }

    private static Bundle bundle(Path source) {
        String name = JAVA.relativize(source).toString().replace(".java", "").replace('/', '.');
        try {
            Class<?> type = Class.forName(name);
            MessageBundle declared = type.getAnnotation(MessageBundle.class);
            return new Bundle(
                    declared.value().equals(MessageBundle.DEFAULTED_NAME)
                            ? MessageBundle.DEFAULT_NAME
                            : declared.value(),
                    Arrays.stream(type.getDeclaredMethods())
                            .collect(Collectors.toMap(
                                    Method::getName,
                                    method ->
                                            method.getAnnotation(Message.class).value())));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }

    private static Stream<Path> files(Path folder, String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String texts(Stream<Path> files) {
        return files.map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
