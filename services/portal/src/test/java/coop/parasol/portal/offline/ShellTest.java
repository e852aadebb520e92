package coop.parasol.portal.offline;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.Assets;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that a browser keeps: all that are needed, each at an address of its version, and others' scripts unchanged. */
class ShellTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/shell");
    private static final Path DECODER = Path.of("src/main/resources/META-INF/resources/decoder");
    private static final Pattern IMPORT = Pattern.compile("from \"\\./([^\"]+)\"");

    private final Shell shell = new Shell(new Assets());

    @Test
    void every_script_and_what_it_imports_is_kept() throws IOException {
        List<String> there;
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js") && !name.equals(Shell.WORKER))
                    .toList();
        }
        assertThat(there).containsExactlyInAnyOrderElementsOf(Shell.SCRIPTS);
        for (String script : there) {
            assertThat(Shell.SCRIPTS)
                    .containsAll(IMPORT.matcher(Files.readString(SCRIPTS.resolve(script)))
                            .results()
                            .map(found -> found.group(1))
                            .toList());
        }
        assertThat(shell.files()).contains(shell.url("page.js"), shell.url("idb-8.0.4.js"));
    }

    @Test
    void a_script_of_another_version_or_name_is_not_given_out() {
        assertThat(shell.script(shell.version(), "page.js")).isPresent();
        assertThat(shell.script("0123456789abcdef", "page.js")).isEmpty();
        assertThat(shell.script(shell.version(), Shell.WORKER)).isEmpty();
        assertThat(shell.script(shell.version(), "../application.properties")).isEmpty();
    }

    @Test
    void the_service_worker_begins_with_the_version_and_files_that_it_keeps() {
        assertThat(shell.worker())
                .startsWith("const VERSION = \"" + shell.version() + "\";\nconst FILES = [\"/shell/" + shell.version()
                        + "/app.js\", ");
    }

    @Test
    void scripts_of_others_are_as_their_packages_have_them() throws Exception {
        Properties others = new Properties();
        try (Reader reader = Files.newBufferedReader(SCRIPTS.resolve("third-party.properties"))) {
            others.load(reader);
        }
        assertThat(others.stringPropertyNames()).contains("idb-8.0.4.js", "zxing-0.23.0.js");
        for (String script : others.stringPropertyNames()) {
            Path folder = Files.exists(SCRIPTS.resolve(script)) ? SCRIPTS : DECODER;
            byte[] bytes = Files.readAllBytes(folder.resolve(script));
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(others.getProperty(script)).endsWith(" " + digest).contains(" sha512-");
            assertThat(folder.resolve(script.replace(".js", ".LICENSE"))).isNotEmptyFile();
        }
    }

    @Test
    void every_word_that_the_scripts_say_is_on_the_page() throws IOException {
        String page = Files.readString(Path.of("src/main/resources/templates/offline/offline.html"));
        String scripts = Shell.SCRIPTS.stream()
                .map(name -> new String(shell.script(shell.version(), name).orElseThrow(), StandardCharsets.UTF_8))
                .reduce("", String::concat);
        List<String> said = Pattern.compile("\\bwords\\.(\\w+)")
                .matcher(scripts)
                .results()
                .map(found ->
                        "data-" + found.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "=\"")
                .distinct()
                .toList();
        assertThat(said).hasSizeGreaterThan(10).allMatch(page::contains);
    }
}
