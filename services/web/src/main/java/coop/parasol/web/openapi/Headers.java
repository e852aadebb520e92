package coop.parasol.web.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers of answers: each is described once, as a component, and named by the answers that have it. */
final class Headers {

    static final String REFERENCE = "#/components/headers/";

    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";

    private Headers() {}

    static void add(APIResponse response, String name) {
        response.addHeader(name, OASFactory.createHeader().ref(REFERENCE + name));
    }

    /** What every answer has, whatever it is. */
    static void addStandard(APIResponse response) {
        add(response, CACHE_CONTROL);
        add(response, CONTENT_TYPE_OPTIONS);
    }

    /** The components of all headers that these answers have, by name. */
    static Map<String, Header> components(Stream<APIResponse> responses) {
        Map<String, Header> components = new TreeMap<>();
        responses
                .map(APIResponse::getHeaders)
                .filter(java.util.Objects::nonNull)
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .forEach(name -> components.computeIfAbsent(name, Headers::component));
        return components;
    }

    private static Header component(String name) {
        Header header = OASFactory.createHeader().description(description(name)).schema(schema(name));
        return name.equals(CACHE_CONTROL) || name.equals(CONTENT_TYPE_OPTIONS) ? header.required(true) : header;
    }

    private static Schema schema(String name) {
        Schema text = WireTypes.of(SchemaType.STRING);
        return switch (name) {
            case "Location" -> WireTypes.text("uri-reference");
            case "Retry-After" -> WireTypes.of(SchemaType.INTEGER);
            case "ETag" -> text.examples(List.of("\"3\""));
            case "Idempotency-Replayed" -> text.enumeration(List.of("true"));
            case CACHE_CONTROL -> text.examples(List.of("no-store"));
            case CONTENT_TYPE_OPTIONS -> text.enumeration(List.of("nosniff"));
            default -> text;
        };
    }

    private static String description(String name) {
        return switch (name) {
            case "Location" -> "The address of what was created";
            case "ETag" -> "The version of what is answered, for If-Match";
            case "Retry-After" -> "In how many seconds to call again";
            case "WWW-Authenticate" -> "How to authenticate (RFC 6750)";
            case "Idempotency-Replayed" -> "Present if this is the answer to an earlier call with the same key";
            case "Content-Disposition" -> "The file name to store the answer under";
            case CACHE_CONTROL -> "No answer is kept by anybody (`no-store`)";
            case CONTENT_TYPE_OPTIONS -> "The answer is what its media type says, and nothing else";
            default -> name;
        };
    }
}
