package coop.parasol.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The OpenAPI description of a service, against which calls and answers are checked. */
final class OpenApiDescription {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What is answered before an address is known to be one of a resource. */
    private static final Set<Integer> OF_THE_SERVER = Set.of(400, 404, 405, 413, 414, 431);

    private static final Set<String> CHECKED_HEADERS = Set.of(
            "Location", "ETag", "Idempotency-Replayed", "Retry-After", "WWW-Authenticate", "Content-Disposition");

    private static final String ALSO_READ = "x-also-read";
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");
    private static final int CLIENT_ERROR = 400;

    private final JsonNode document;
    private final ObjectNode answered;
    private final ObjectNode read;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    OpenApiDescription(String document) throws IOException {
        this.document = JSON.readTree(document);
        this.answered = components();
        this.read = components();
        // A field that is not described is a fault here, though clients have to bear one.
        for (JsonNode schema : answered) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
        for (JsonNode value : read.findParents(ALSO_READ)) {
            String type = value.path("type").asText();
            ((ObjectNode) value)
                    .putArray("type")
                    .add(type)
                    .add(value.path(ALSO_READ).asText());
        }
    }

    private ObjectNode components() {
        return ((ObjectNode) document.path("components").path("schemas")).deepCopy();
    }

    /** The description that the build of the service under test has made; empty if it has none. */
    static Optional<OpenApiDescription> ofTheService() throws IOException {
        try (InputStream document = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/quarkus-generated-openapi-doc.JSON")) {
            return document == null
                    ? Optional.empty()
                    : Optional.of(new OpenApiDescription(
                            new String(document.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
        }
    }

    /** An answer as it came, with the body of the call if that was JSON. */
    record Exchange(
            String method,
            String path,
            @Nullable String requestBody,
            int status,
            String mediaType,
            Set<String> headers,
            String body) {

        private boolean has(String header) {
            return headers.stream().anyMatch(header::equalsIgnoreCase);
        }
    }

    /** What the description does not allow; empty if all fits. */
    List<String> violations(Exchange exchange) {
        JsonNode operation = operation(exchange.method(), exchange.path());
        if (operation == null) {
            return OF_THE_SERVER.contains(exchange.status()) ? List.of() : List.of("the operation is not described");
        }
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(exchange.status())));
        if (response.isMissingNode()) {
            return List.of("the status " + exchange.status() + " is not described; the answer was " + exchange.body());
        }
        List<String> violations = new ArrayList<>();
        headers(exchange, response, violations);
        body(exchange, response, violations);
        String body = exchange.status() < CLIENT_ERROR ? takenOf(exchange) : null;
        if (body != null) {
            JsonNode taken = operation.path("requestBody").path("content").path("application/json");
            boolean isNothing = taken.isMissingNode() && List.of("", "{}").contains(body.strip());
            (isNothing ? List.<String>of() : fits(taken.path("schema"), "read", read, body))
                    .forEach(error -> violations.add("the body was taken though it does not fit: " + error));
        }
        return violations;
    }

    /** The body, if there is one that was taken; of a list whose items are answered each by itself those that were not refused. */
    private static @Nullable String takenOf(Exchange exchange) {
        String body = exchange.requestBody();
        if (body == null || !body.startsWith("[") || !exchange.body().startsWith("[")) {
            return body;
        }
        try {
            JsonNode items = JSON.readTree(body);
            JsonNode answers = JSON.readTree(exchange.body());
            ArrayNode taken = JSON.createArrayNode();
            for (int item = 0; item < items.size(); item++) {
                if (!answers.path(item).has("problem")) {
                    taken.add(items.get(item));
                }
            }
            return taken.isEmpty() ? null : taken.toString();
        } catch (IOException e) {
            return body;
        }
    }

    private void headers(Exchange exchange, JsonNode response, List<String> violations) {
        for (String header : CHECKED_HEADERS) {
            if (exchange.has(header) && !response.path("headers").has(header)) {
                violations.add("the header " + header + " is not described");
            }
        }
        response.path("headers").properties().forEach(header -> {
            boolean isRequired = resolved(header.getValue()).path("required").asBoolean();
            if (isRequired && !exchange.has(header.getKey())) {
                violations.add("the header " + header.getKey() + " is missing");
            }
        });
    }

    private void body(Exchange exchange, JsonNode response, List<String> violations) {
        if (exchange.body().isEmpty()) {
            return;
        }
        JsonNode media = response.path("content").path(exchange.mediaType());
        if (media.isMissingNode()) {
            violations.add("the media type " + exchange.mediaType() + " is not described for " + exchange.status());
        } else if (exchange.mediaType().matches("application/(.+\\+)?json")) {
            fits(media.path("schema"), "answered", answered, exchange.body())
                    .forEach(error -> violations.add(error + " in the answer " + exchange.body()));
            code(exchange, response).ifPresent(violations::add);
        }
    }

    private static Optional<String> code(Exchange exchange, JsonNode response) {
        if (!response.has("x-problem-codes")) {
            return Optional.empty();
        }
        try {
            String code = JSON.readTree(exchange.body()).path("code").asText();
            for (JsonNode known : response.path("x-problem-codes")) {
                if (known.asText().equals(code)) {
                    return Optional.empty();
                }
            }
            return Optional.of("the problem code " + code + " is not described for " + exchange.status());
        } catch (IOException e) {
            return Optional.of("the problem is no JSON");
        }
    }

    private List<String> fits(JsonNode schema, String name, ObjectNode components, String json) {
        if (schema.isMissingNode()) {
            return List.of("a body is not described");
        }
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.putObject("components").set("schemas", components);
        String key = name + schema;
        return schemas
                .computeIfAbsent(key, any -> registry.getSchema(whole.toString()))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The operation whose path has the fewest parameters, and the most text beside them, among those that match. */
    private @Nullable JsonNode operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(entry -> matches(entry.getKey(), path))
                .sorted(Comparator.<Map.Entry<String, JsonNode>>comparingLong(entry ->
                                entry.getKey().chars().filter(c -> c == '{').count())
                        .thenComparing(
                                entry -> PARAMETER
                                        .matcher(entry.getKey())
                                        .replaceAll("")
                                        .length(),
                                Comparator.reverseOrder()))
                .map(entry -> entry.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst()
                .orElse(null);
    }

    private static boolean matches(String template, String path) {
        return path.matches(PARAMETER.matcher(template.replace(".", "\\.")).replaceAll("[^/]+"));
    }

    private JsonNode resolved(JsonNode described) {
        String reference = described.path("$ref").asText();
        return reference.isEmpty() ? described : document.at(reference.substring(1));
    }
}
