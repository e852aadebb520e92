package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every source is held to: tests have one kind of name, and what is public is documented. */
class SourceConventionsTest {

    private static final List<Path> SOURCES =
            List.of(Path.of("../../contracts"), Path.of("../../services"), Path.of("../../deploy"));

    /** Two words or more, in lower case but for abbreviations, such as a_PDF_is_not_unpacked. */
    private static final Pattern SENTENCE =
            Pattern.compile("WORD(_WORD)+".replace("WORD", "([a-z0-9]+|[A-Z][A-Z0-9]*|IPv6)"));

    private static final int MAX_LINES = 300;

    @TempDir
    Path folder;

    @Test
    void the_name_of_every_test_is_a_sentence_in_lower_case() {
        SourceFiles tests = SourceFiles.below(SOURCES, "src/test/java");

        assertThat(tests.testMethods()).hasSizeGreaterThan(700);
        assertThat(misnamed(tests)).isEmpty();
    }

    @Test
    void tests_with_other_names_are_found() throws IOException {
        SourceFiles seeded = seeded("""
                class SeededTest {
                    @Test void anOrderIsPaid() {}
                    @Test void paid() {}
                    @ParameterizedTest(name = "{0}") void An_order_is_paid(int number) {}
                    @Test void an_order_is_paid_by_IBAN() {}
                    void helperOfATest() {}
                }
                """);

        assertThat(misnamed(seeded))
                .containsExactly("SeededTest.anOrderIsPaid", "SeededTest.paid", "SeededTest.An_order_is_paid");
    }

    @Test
    void every_public_type_of_the_services_and_contracts_says_what_it_is() {
        SourceFiles code = SourceFiles.below(SOURCES, "src/main/java");

        assertThat(code.types()).hasSizeGreaterThan(700);
        assertThat(undocumented(code)).isEmpty();
    }

    @Test
    void public_types_without_a_doc_comment_are_found() throws IOException {
        SourceFiles seeded = seeded("""
                /** Says what it is. */
                public interface Documented {
                    record Nested() {}
                    /** Says what it is. */
                    record Told() {}
                }
                class NotPublic {
                    public static class Inside {}
                }
                /* not a doc comment */
                public record Silent() {}
                """);

        assertThat(undocumented(seeded)).containsExactly("Documented.Nested", "Silent");
    }

    @Test
    void no_source_file_has_more_than_300_lines() {
        assertThat(tooLong(SOURCES)).isEmpty();
    }

    @Test
    void longer_source_files_are_found() throws IOException {
        Path longest = Files.writeString(folder.resolve("Long.java"), "// line\n".repeat(MAX_LINES + 1));
        Files.writeString(folder.resolve("Short.java"), "// line\n".repeat(MAX_LINES));

        assertThat(tooLong(List.of(folder))).containsExactly(longest);
    }

    private static List<Path> tooLong(List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> SourceFiles.files(folder).stream())
                .filter(file -> !file.toString().contains("/target/"))
                .filter(file -> lines(file) > MAX_LINES)
                .toList();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> misnamed(SourceFiles sources) {
        return sources.testMethods().stream()
                .filter(test -> !test.type().endsWith("Bench"))
                .filter(test -> !SENTENCE.matcher(test.name()).matches())
                .map(test -> test.type() + "." + test.name())
                .toList();
    }

    private static List<String> undocumented(SourceFiles sources) {
        return sources.types().stream()
                .filter(type -> type.isPublic() && type.documentation().isBlank())
                .map(SourceFiles.Type::name)
                .toList();
    }

    private SourceFiles seeded(String source) throws IOException {
        return SourceFiles.read(List.of(Files.writeString(folder.resolve("Seeded.java"), source)));
    }
}
