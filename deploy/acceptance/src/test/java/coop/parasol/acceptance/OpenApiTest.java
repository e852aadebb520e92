package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.yaml.snakeyaml.Yaml;

/** What {@code contracts/openapi} says of the services is what the running services say, and a generated client can use it. */
class OpenApiTest {

    private static final Path COMMITTED = Path.of("../../contracts/openapi").toAbsolutePath();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @SuppressWarnings("unused") // read by @FieldSource
    private static final List<String> SERVICES = ArchitectureRules.SERVICES;

    @ParameterizedTest
    @FieldSource("SERVICES")
    void the_committed_description_is_that_of_the_running_service(String service) throws IOException {
        Path committed = COMMITTED.resolve(service + ".yaml");

        assertThat(committed)
                .as("run ./parasol contracts and commit what it writes")
                .exists();
        Object description = new Yaml().load(running(service, "yaml"));
        assertThat(description)
                .as("contracts/openapi/" + service + ".yaml describes another REST interface than the service has: run"
                        + " ./parasol contracts, look at the difference, and commit it")
                .isEqualTo(new Yaml().load(Files.readString(committed)));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void the_committed_description_is_that_of_the_build(String service) throws IOException {
        Path built = Path.of("../../services", service, "target/openapi/openapi.yaml");

        assertThat(Files.readString(COMMITTED.resolve(service + ".yaml")))
                .as("run ./parasol contracts and commit what it writes")
                .isEqualTo(Files.readString(built));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void every_operation_has_a_name_a_success_a_schema_and_its_problems(String service) throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        JsonNode paths = new ObjectMapper().readTree(running(service, "json")).path("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> {
                            JsonNode operation = method.getValue();
                            String name = operation.path("operationId").asText();
                            String where = method.getKey() + " " + path.getKey() + ": ";
                            if (name.isEmpty() || !names.add(name)) {
                                missing.add(where + "no operationId of its own");
                            }
                            lacks(operation).forEach(what -> missing.add(where + what));
                        }));

        assertThat(missing).isEmpty();
    }

    private static List<String> lacks(JsonNode operation) {
        List<String> lacks = new ArrayList<>();
        JsonNode responses = operation.path("responses");
        if (operation.path("summary").asText().isEmpty()) {
            lacks.add("no summary");
        }
        if (!operation.has("security")) {
            lacks.add("no word on security");
        }
        if (!responses.has("500") || !responses.has("406")) {
            lacks.add("no problems");
        }
        responses.properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> response.getValue()
                        .path("content")
                        .properties()
                        .forEach(content -> {
                            JsonNode schema = content.getValue().path("schema");
                            if (schema.isEmpty()) {
                                lacks.add("answers " + content.getKey() + " without a schema");
                            }
                            boolean isBinary = schema.path("format").asText().equals("binary");
                            if (!isBinary && !content.getValue().has("example")) {
                                lacks.add("answers " + content.getKey() + " without an example");
                            }
                        }));
        return lacks;
    }

    private static String running(String service, String format) {
        return RestAssured.given()
                .accept(format.equals("json") ? "application/json" : "application/yaml")
                .get(RunningSystem.afterASeason().managementUrl(service) + "/q/openapi?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
