package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary names classes that there are, and every term once. */
class GlossaryTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| (.+) \\| (.+?) \\| (.+?) \\|");
    private static final Pattern CLASS = Pattern.compile("`(?:[a-z]\\w*\\.)*([A-Z][a-z]\\w*(?:\\.[A-Z][a-z]\\w*)*)");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

    @Test
    void every_class_that_the_glossary_names_exists() throws IOException {
        Set<String> named = rows().stream()
                .flatMap(row -> CLASS.matcher(row.group(4)).results())
                .flatMap(found -> Arrays.stream(found.group(1).split("\\.")))
                .collect(Collectors.toCollection(TreeSet::new));

        named.removeAll(declared());

        assertThat(named).isEmpty();
    }

    @Test
    void every_term_stands_once_and_has_a_meaning() throws IOException {
        List<String> terms = rows().stream().map(row -> row.group(1)).toList();

        assertThat(terms).hasSizeGreaterThan(200).doesNotHaveDuplicates();
        assertThat(rows()).allSatisfy(row -> assertThat(row.group(2)).endsWith("."));
    }

    private static List<Matcher> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/glossary.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| term |"))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toList();
    }

    private static Set<String> declared() throws IOException {
        Set<String> declared = new TreeSet<>();
        for (String folder : List.of("contracts", "services", "deploy")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher type = DECLARED.matcher(Files.readString(file));
                    while (type.find()) {
                        declared.add(type.group(1));
                    }
                }
            }
        }
        return declared;
    }
}
