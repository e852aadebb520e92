package coop.parasol.acceptance;

import coop.parasol.acceptance.Constitution.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The problem codes that {@code contracts/openapi} names for each operation and status. */
final class DescribedProblems {

    private static final DescribedProblems ALL = new DescribedProblems(Path.of("../../contracts/openapi"));

    private final Map<String, List<String>> codes = new HashMap<>();

    private DescribedProblems(Path folder) {
        for (String service : ArchitectureRules.SERVICES) {
            Map<String, Object> document = read(folder.resolve(service + ".yaml"));
            map(document.get("paths"))
                    .forEach((path, item) -> map(item)
                            .forEach((method, operation) -> map(map(operation).get("responses"))
                                    .forEach((status, response) -> codes.put(
                                            key(service, method, path, status), codes(document, map(response))))));
        }
    }

    /** The codes of a status of an endpoint; empty if the status is not described. */
    static List<String> of(Endpoint endpoint, int status) {
        return ALL.codes.getOrDefault(
                key(endpoint.service(), endpoint.method(), endpoint.path(), Integer.toString(status)), List.of());
    }

    private static String key(String service, String method, String path, String status) {
        return service + " " + method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{\\w+}", "{}") + " " + status;
    }

    private static List<String> codes(Map<String, Object> document, Map<String, Object> response) {
        Map<String, Object> described = response;
        if (response.get("$ref") instanceof String reference) {
            Map<String, Object> shared = map(map(document.get("components")).get("responses"));
            described = map(shared.get(reference.substring(reference.lastIndexOf('/') + 1)));
        }
        return described.get("x-problem-codes") instanceof List<?> named
                ? named.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // an OpenAPI document has names for keys
    private static Map<String, Object> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static Map<String, Object> read(Path file) {
        try {
            return map(new Yaml().load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
