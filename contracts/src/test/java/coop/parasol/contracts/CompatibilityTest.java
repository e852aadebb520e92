package coop.parasol.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No change breaks a reader or a writer of a released version. */
class CompatibilityTest {

    private static final String RELEASED = """
            {"type":"object","required":["a"],"properties":{
              "a":{"type":"string"},
              "kind":{"type":"string","enum":["X","Y"]},
              "lines":{"type":"array","items":{"type":"object","required":["n"],"properties":{"n":{"type":"integer"}}}}}}
            """;

    /** Empty until the first release is tagged. */
    static List<Path> released() throws IOException {
        Path folder = Sources.CONTRACTS.resolve("released");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("released")
    void a_released_event_can_still_be_read_and_written(Path released) throws IOException {
        Path current = Sources.CONTRACTS.resolve("schemas").resolve(String.valueOf(released.getFileName()));

        assertThat(current).as("a released event is never withdrawn").exists();
        assertThat(Compatibility.breaks(read(released), read(current))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"required\":[\"a\"]        | \"required\":[\"a\",\"kind\"] | /kind: is required now",
                "\"required\":[\"a\"],       | ''                          | /a: may be missing now",
                "\"a\":{\"type\":\"string\"},| ''                          | /a: is gone",
                "\"a\":{\"type\":\"string\"} | \"a\":{\"type\":\"integer\"} | /a: type has changed",
                "[\"X\",\"Y\"]               | [\"X\"]                     | /kind: enum has changed",
                "\"n\":{\"type\":\"integer\"}| \"n\":{\"type\":\"string\"} | /lines[]/n: type has changed",
            })
    void each_kind_of_break_is_seen(String from, String to, String expected) throws IOException {
        String changed = RELEASED.replace(from.strip(), to.strip());

        assertThat(changed).isNotEqualTo(RELEASED);
        assertThat(Compatibility.breaks(parse(RELEASED), parse(changed))).anyMatch(line -> line.startsWith(expected));
    }

    @Test
    void a_new_optional_field_breaks_nobody() throws IOException {
        String extended = RELEASED.replace("\"properties\":{\n", "\"properties\":{\"extra\":{\"type\":\"string\"},\n");

        assertThat(extended).isNotEqualTo(RELEASED);
        assertThat(Compatibility.breaks(parse(RELEASED), parse(extended))).isEmpty();
    }

    private static JsonNode read(Path file) throws IOException {
        return Examples.JSON.readTree(file.toFile());
    }

    private static JsonNode parse(String text) throws IOException {
        return Examples.JSON.readTree(text);
    }
}
