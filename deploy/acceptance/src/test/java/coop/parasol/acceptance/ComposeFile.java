package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml says. */
final class ComposeFile {

    static final Path PATH = Path.of("../../docker-compose.yml");

    /** The images that the file builds. */
    static final Path IMAGES = Path.of("../containers/Dockerfile");

    private ComposeFile() {}

    static Map<String, Object> file() throws IOException {
        return new Yaml().load(Files.readString(PATH));
    }

    @SuppressWarnings("unchecked") // YAML has no types
    static Map<String, Object> services() throws IOException {
        return (Map<String, Object>) Objects.requireNonNull(file().get("services"));
    }

    @SuppressWarnings("unchecked") // YAML has no types
    static Map<String, Object> service(String name) throws IOException {
        return (Map<String, Object>) Objects.requireNonNull(services().get(name), name);
    }

    @SuppressWarnings("unchecked") // YAML has no types
    static Map<String, String> environment(Map<String, Object> service) {
        Map<String, Object> environment = (Map<String, Object>) Objects.requireNonNull(service.get("environment"));
        return environment.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    /** The number that the pattern's group finds in the text. */
    static int number(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
