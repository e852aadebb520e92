package coop.parasol.web.openapi;

import coop.parasol.contracts.MalformedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Problem documents (RFC 9457) in OpenAPI: one schema, and for each status the stable codes that an operation can answer. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String REFERENCE = "#/components/responses/";
    static final String CODES = "x-problem-codes";
    static final String PAGE = "text/html";

    private static final int SMALLEST_STATUS = 400;
    private static final int LARGEST_STATUS = 599;
    private static final Set<Integer> RETRIED = Set.of(429, 503);
    private static final int UNAUTHENTICATED = 401;

    private static final Map<Integer, String> MEANINGS = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "The request cannot be read."),
            Map.entry(401, "No valid access token."),
            Map.entry(403, "The caller may not do this."),
            Map.entry(404, "What the address names does not exist."),
            Map.entry(405, "The address has no such method."),
            Map.entry(406, "None of the media types that the caller accepts is offered."),
            Map.entry(409, "The rules refuse it in the present state."),
            Map.entry(412, "It has changed since the caller read it."),
            Map.entry(413, "The body is too large."),
            Map.entry(414, "The address is too long."),
            Map.entry(415, "The body's media type is not read here."),
            Map.entry(422, "The request can be read, but a value in it cannot be taken."),
            Map.entry(428, "The call does not say by If-Match which version it changes."),
            Map.entry(429, "The caller's address has sent too many calls."),
            Map.entry(431, "The headers are too large."),
            Map.entry(500, "Something failed on the firm's side; the detail has the incident's number."),
            Map.entry(503, "The service cannot answer at the moment.")));

    /** Responses that are the same wherever they occur, by the name of their component. */
    private static final Map<Integer, Shared> SHARED = Map.of(
            401, new Shared("Unauthenticated", Set.of("unauthenticated")),
            406, new Shared("NotAcceptable", Set.of("not-acceptable")),
            413, new Shared("TooLarge", Set.of("too-large")),
            414, new Shared("AddressTooLong", Set.of("address-too-long")),
            415, new Shared("UnsupportedMediaType", Set.of("unsupported-media-type")),
            428, new Shared("VersionNeeded", Set.of("version-needed")),
            429, new Shared("TooManyRequests", Set.of("too-many-requests")),
            431, new Shared("HeadersTooLarge", Set.of("headers-too-large")),
            500, new Shared("Internal", Set.of("internal")),
            503, new Shared("Unavailable", Set.of("database-unavailable", "identity-unavailable")));

    private record Shared(String name, Set<String> codes) {}

    private Problems() {}

    static Schema schema() {
        return WireTypes.of(SchemaType.OBJECT)
                .description("A problem document (RFC 9457): why a call was not done.")
                .addProperty("type", WireTypes.text("uri").description("A URN that names the kind of problem"))
                .addProperty("title", WireTypes.of(SchemaType.STRING).description("The kind of problem for people"))
                .addProperty(
                        "status",
                        WireTypes.of(SchemaType.INTEGER)
                                .format("int32")
                                .minimum(java.math.BigDecimal.valueOf(SMALLEST_STATUS))
                                .maximum(java.math.BigDecimal.valueOf(LARGEST_STATUS))
                                .description("The HTTP status"))
                .addProperty(
                        "detail",
                        WireTypes.of(SchemaType.STRING).description("This case for people; its words may change"))
                .addProperty(
                        "code",
                        WireTypes.of(SchemaType.STRING)
                                .pattern("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
                                .description("The kind of problem for programs; stable"))
                .addProperty(
                        "field",
                        WireTypes.of(SchemaType.STRING)
                                .description(
                                        "The offending field as a path, such as `lines[2].quantity`, if there is one"))
                .addProperty(
                        "errors",
                        WireTypes.of(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError"))
                                .description("All offending fields, if there are several"))
                .addProperty("kind", kind())
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    static Schema fieldErrorSchema() {
        return WireTypes.of(SchemaType.OBJECT)
                .description("One offending field of a problem.")
                .addProperty("field", WireTypes.of(SchemaType.STRING).description("The field as a path"))
                .addProperty("code", WireTypes.of(SchemaType.STRING).description("Stable, for programs"))
                .addProperty("detail", WireTypes.of(SchemaType.STRING).description("For people"))
                .addProperty("kind", kind())
                .required(List.of("field", "code", "detail"));
    }

    private static Schema kind() {
        return WireTypes.of(SchemaType.STRING)
                .enumeration(Stream.of(MalformedValue.Kind.values())
                        .<Object>map(Enum::name)
                        .toList())
                .description("What should stand in a field that cannot be read, where that is told");
    }

    /** The components of those shared responses that the operations refer to, by name. */
    static Map<String, APIResponse> sharedResponses(List<APIResponse> answers) {
        Set<String> used = answers.stream()
                .map(APIResponse::getRef)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, APIResponse> responses = new TreeMap<>();
        SHARED.forEach((status, shared) -> {
            if (used.contains(REFERENCE + shared.name())) {
                responses.put(shared.name(), response(status, new TreeSet<>(shared.codes())));
            }
        });
        return responses;
    }

    /** The response of a status: a shared one where it says the same. */
    static APIResponse of(int status, Set<String> codes) {
        Shared shared = SHARED.get(status);
        return shared != null && shared.codes().containsAll(codes)
                ? OASFactory.createAPIResponse().ref(REFERENCE + shared.name())
                : response(status, codes);
    }

    /** The response of a status, of which a browser gets a page. */
    static APIResponse withPage(int status, Set<String> codes) {
        Shared shared = SHARED.get(status);
        Set<String> all = new TreeSet<>(codes);
        all.addAll(shared == null ? Set.of() : shared.codes());
        APIResponse response = response(status, all);
        response.getContent().addMediaType(PAGE, OASFactory.createMediaType().schema(WireTypes.of(SchemaType.STRING)));
        return response;
    }

    /** @throws IllegalStateException if no problem has the status: it was not a constant where the problem is made */
    private static APIResponse response(int status, Set<String> codes) {
        String meaning = MEANINGS.get(status);
        if (meaning == null) {
            throw new IllegalStateException(
                    "The status of the problems " + codes + " is not known: write it as a constant.");
        }
        APIResponse response = OASFactory.createAPIResponse()
                .description(meaning + " Codes: `" + String.join("`, `", codes) + "`.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                        .example(document(
                                                status, codes.iterator().next()))));
        response.addExtension(CODES, List.copyOf(codes));
        Headers.addStandard(response);
        if (RETRIED.contains(status)) {
            Headers.add(response, "Retry-After");
        }
        if (status == UNAUTHENTICATED) {
            Headers.add(response, "WWW-Authenticate");
        }
        return response;
    }

    private static Map<String, Object> document(int status, String code) {
        String title = code.substring(0, 1).toUpperCase(Locale.ROOT)
                + code.substring(1).replace('-', ' ');
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:parasol:problem:" + code);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", title + ".");
        document.put("code", code);
        return document;
    }
}
