package coop.parasol.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache of loaded classes is used where it fits, and prevents no start where it does not. */
class AotCacheTest {

    private static final List<String> OPTIONS = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");
    private static final long TIMEOUT_S = 120;

    @TempDir
    Path root;

    private Path program = Path.of("program");

    /** The program whose classes are cached. */
    static final class Greeting {

        private Greeting() {}

        public static void main(String[] arguments) {
            System.out.println("hello");
        }
    }

    @BeforeEach
    void program() throws IOException {
        program = Files.createDirectories(root.resolve("program"));
        jar(List.of(Greeting.class));
    }

    @Test
    void a_start_without_a_cache_lists_its_classes_and_later_ones_use_the_cache_made_of_them() throws Exception {
        assertThat(cache().isWanted()).isFalse();
        assertThat(run(cache().startOptions())).contains("hello");
        assertThat(cache().isWanted()).isTrue();
        make();

        assertThat(cache().isWanted()).isFalse();
        assertThat(start("-Xlog:class+load"))
                .containsPattern("AotCacheTest\\$Greeting source: shared objects file")
                .contains("hello");
        assertThat(files()).containsExactly(cache().file());
    }

    @Test
    void a_cache_that_is_cut_short_or_not_one_at_all_prevents_no_start() throws Exception {
        run(cache().startOptions());
        make();
        byte[] whole = Files.readAllBytes(cache().file());
        for (byte[] broken : List.of(
                new byte[0],
                "no cache".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, 4096),
                Arrays.copyOf(whole, whole.length / 2),
                new byte[whole.length])) {
            Files.write(cache().file(), broken);

            assertThat(start()).as(broken.length + " bytes").isEqualToIgnoringNewLines("hello");
        }
    }

    @Test
    void a_cache_of_other_options_or_of_another_build_is_not_used_and_is_replaced() throws Exception {
        run(cache().startOptions());
        make();
        Path first = cache().file();

        assertThat(cache(List.of("-Xmx65m")).file()).isNotEqualTo(first);
        jar(List.of(Greeting.class, AotCacheTest.class));
        assertThat(cache().file()).isNotEqualTo(first);
        assertThat(run(cache().startOptions())).contains("hello");
        make();
        assertThat(files()).containsExactly(cache().file());
    }

    @Test
    void a_cache_under_whose_name_the_build_has_changed_prevents_no_start() throws Exception {
        run(cache().startOptions());
        make();
        Path first = cache().file();
        jar(List.of(Greeting.class, AotCacheTest.class));
        Files.move(first, cache().file());

        assertThat(start()).isEqualToIgnoringNewLines("hello");
    }

    @Test
    void an_installation_of_tests_uses_a_cache_and_makes_none() {
        Installation other = Installation.at(root, root.resolve(".parasol/test/servers"), Ports.from(Map.of()));

        assertThat(AotCache.of(other, "greeting", program, OPTIONS).startOptions())
                .isEmpty();
    }

    private AotCache cache() {
        return cache(OPTIONS);
    }

    private AotCache cache(List<String> options) {
        Installation installation = Installation.at(root, root.resolve(".parasol"), Ports.from(Map.of()));
        return AotCache.of(installation, "greeting", program, options);
    }

    private void make() throws IOException, InterruptedException {
        AotCache cache = cache();
        cache.create(() -> {
            run(cache.creationOptions());
            return true;
        });
        assertThat(cache.file()).exists();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(cache().file().getParent())) {
            return files.toList();
        }
    }

    /** Starts the program with the cache that there is. */
    private String start(String... more) {
        List<String> options = new ArrayList<>(cache().startOptions());
        assertThat(options).as("a cache").anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
        options.addAll(List.of(more));
        return run(options);
    }

    /** What the program says. */
    private String run(List<String> more) {
        List<String> command = new ArrayList<>(List.of(Installation.java()));
        command.addAll(OPTIONS);
        command.addAll(more);
        command.addAll(List.of("-cp", program.resolve("greeting.jar").toString(), Greeting.class.getName()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void jar(List<Class<?>> classes) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(program.resolve("greeting.jar")))) {
            for (Class<?> one : classes) {
                String name = one.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (var content = one.getClassLoader().getResourceAsStream(name)) {
                    content.transferTo(jar);
                }
            }
        }
    }
}
