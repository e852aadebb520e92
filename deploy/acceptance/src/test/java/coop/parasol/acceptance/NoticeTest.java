package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** NOTICE names the libraries that are delivered; {@code ./parasol notice} writes it anew after a change of dependencies. */
class NoticeTest {

    private static final Pattern COMPONENT = Pattern.compile("(\\S+):(\\S+) (\\S+)");

    @Test
    void every_library_of_the_services_and_the_portal_is_named_in_the_notice() throws IOException {
        List<String> named = Files.readAllLines(Path.of("../../NOTICE")).stream()
                .map(COMPONENT::matcher)
                .filter(Matcher::matches)
                .map(component -> component.group(1) + "." + component.group(2) + "-" + component.group(3))
                .toList();
        for (String service :
                Component.applications().stream().map(Component::id).toList()) {
            assertThat(libraries(service))
                    .as("libraries of " + service)
                    .hasSizeGreaterThan(50)
                    .allMatch(library -> named.stream().anyMatch(library::startsWith));
        }
    }

    /**
     * Third parties' jars, by name {@code group.artifact-version.jar}. Native ones differ from machine to machine, and Quarkus
     * adds extensions of its own that are no dependencies for Maven.
     */
    private static List<String> libraries(String service) throws IOException {
        Path folder = Path.of("../../services", service, "target/quarkus-app/lib");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .filter(name -> !name.startsWith("coop.parasol.")
                            && !name.startsWith("io.quarkus.")
                            && !name.contains("native"))
                    .toList();
        }
    }
}
