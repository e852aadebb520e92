package coop.parasol.web;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Text;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Compares a request with what its resource method declares, before any work: the media types that it answers with
 * (else 406) and takes (else 415), its query parameters (an unknown, repeated or malformed one is 400), its path segments
 * (a malformed one is 400), whether it takes a body at all (else 400: what a caller sends is never ignored), and whether it
 * changes what has a version, which the caller then has to name (else 428).
 */
@Singleton
public class RequestValidationFilter {

    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNSUPPORTED = 415;
    private static final int MAX_CHARACTERS = 500;
    private static final int LONGEST_EMPTY_BODY = 64;

    private final long maxBodyBytes;
    private final long maxStreamBytes;

    RequestValidationFilter(
            @ConfigProperty(name = "parasol.http.max-body-size") MemorySize maxBodyBytes,
            @ConfigProperty(name = "parasol.http.max-stream-size") MemorySize maxStreamBytes) {
        this.maxBodyBytes = maxBodyBytes.asLongValue();
        this.maxStreamBytes = maxStreamBytes.asLongValue();
    }

    /** Before the address is compared with any resource: what no resource could take. */
    @ServerRequestFilter(preMatching = true)
    public void checkHeadersAndAddress(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        try {
            MediaTypes.accepted(headers.getOrDefault(HttpHeaders.ACCEPT, List.of()));
        } catch (IllegalArgumentException e) {
            throw notAcceptable("The header Accept is no list of media types.");
        }
        List<String> contentTypes = headers.getOrDefault(HttpHeaders.CONTENT_TYPE, List.of());
        if (contentTypes.size() > 1 || !contentTypes.stream().allMatch(RequestValidationFilter::isMediaType)) {
            throw unsupported("The header Content-Type is no media type.");
        }
        checkText("path", request.getUriInfo().getPath());
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            checkText("query", name);
            values.forEach(value -> checkText(name, value));
        });
    }

    /** Priority of the first: before a filter that counts calls. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void checkAgainstSignature(ResteasyReactiveContainerRequestContext request, ResourceInfo resource)
            throws IOException {
        @Nullable Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        EndpointSignature signature = EndpointSignature.of(method);
        checkAnswer(request, signature);
        checkParameters(request, signature);
        checkBody(request, signature);
        if (signature.lacksVersion(
                request.getHeaderString(HttpHeaders.IF_MATCH), request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            throw Problem.versionNeeded();
        }
    }

    private static void checkAnswer(ResteasyReactiveContainerRequestContext request, EndpointSignature signature) {
        List<MediaType> ranges = MediaTypes.accepted(request.getHeaders().getOrDefault(HttpHeaders.ACCEPT, List.of()));
        MediaType answer = signature.produces().stream()
                .filter(type -> MediaTypes.quality(ranges, type) > 0)
                .max(Comparator.comparingDouble(type -> MediaTypes.quality(ranges, type) * serverQuality(type)))
                .map(type -> new MediaType(type.getType(), type.getSubtype()))
                .orElseThrow(() -> notAcceptable("This is answered as " + names(signature.produces()) + "."));
        if (signature.produces().size() == 1) {
            ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
            context.setProducesChecked(true);
            context.setResponseContentType(answer);
        } else {
            // so that nothing reads the header a second time, after the work is done
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, answer.toString());
        }
    }

    private static double serverQuality(MediaType type) {
        return Double.parseDouble(type.getParameters().getOrDefault("qs", "1"));
    }

    private static String names(List<MediaType> types) {
        return types.stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .collect(Collectors.joining(", "));
    }

    private static void checkParameters(ContainerRequestContext request, EndpointSignature signature) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            EndpointSignature.Input input = signature.queryParameters().get(name);
            if (input == null) {
                throw Problem.malformed(
                        name,
                        "unknown-parameter",
                        "There is no query parameter of this name here; " + known(signature));
            }
            if (values.size() > 1 && !input.repeatable()) {
                throw Problem.malformed(name, "repeated-parameter", "This query parameter may be given only once.");
            }
            values.forEach(value -> checkValue(name, value, input.type()));
        });
        request.getUriInfo().getPathParameters().forEach((name, values) -> {
            EndpointSignature.Input input = signature.pathParameters().get(name);
            if (input != null) {
                values.forEach(value -> checkValue(name, value, input.type()));
            }
        });
    }

    private static String known(EndpointSignature signature) {
        return signature.queryParameters().isEmpty()
                ? "this call takes none."
                : "this call takes "
                        + String.join(
                                ", ",
                                signature.queryParameters().keySet().stream()
                                        .sorted()
                                        .toList())
                        + ".";
    }

    private static void checkValue(String name, String value, Class<?> type) {
        if (type.isEnum()) {
            checkEnum(name, value, type);
            return;
        }
        try {
            parse(value, type);
        } catch (NumberFormatException e) {
            throw Problem.malformed(
                    name,
                    "malformed-field",
                    "This is no whole number from " + minimum(type) + " to " + maximum(type) + ".");
        } catch (IllegalArgumentException e) {
            throw Problem.malformed(name, e);
        }
    }

    private static long minimum(Class<?> type) {
        return type == int.class || type == Integer.class ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    private static long maximum(Class<?> type) {
        return type == int.class || type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    private static void checkEnum(String name, String value, Class<?> type) {
        List<String> allowed = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        if (!allowed.contains(value)) {
            throw Problem.malformed(name, "unknown-value", "Allowed are " + String.join(", ", allowed) + ".");
        }
    }

    private static void parse(String value, Class<?> type) {
        if (type == UUID.class) {
            Scalars.uuid(value);
        } else if (type == LocalDate.class) {
            Scalars.day(value);
        } else if (type == Instant.class) {
            Scalars.moment(value);
        } else if (type == Period.class) {
            Period.parse(value);
        } else if (type == Identifier.class) {
            Identifier.of(value);
        } else if (type == int.class || type == Integer.class) {
            Integer.parseInt(value);
        } else if (type == long.class || type == Long.class) {
            Long.parseLong(value);
        } else if (type == boolean.class || type == Boolean.class) {
            if (!value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException("Allowed are true and false.");
            }
        }
    }

    private void checkBody(ContainerRequestContext request, EndpointSignature signature) throws IOException {
        boolean chunked = request.getHeaders().containsKey("Transfer-Encoding");
        if (!chunked && request.getLength() <= 0) {
            return;
        }
        long maxBytes = signature.streamsBody() ? maxStreamBytes : maxBodyBytes;
        if (!chunked && request.getLength() > maxBytes) {
            throw new BoundedBody.TooLarge(maxBytes); // it has called itself a stream, and is none
        }
        if (chunked || signature.streamsBody()) {
            request.setEntityStream(
                    new BoundedBody(request.getEntityStream(), maxBytes, chunked ? -1 : request.getLength()));
        }
        @Nullable Type type = signature.body();
        if (type != null) {
            checkContentType(request, signature);
            if (!signature.streamsBody()) {
                KeptBody body = new KeptBody(request.getEntityStream(), type);
                request.setEntityStream(body);
                request.setProperty(KeptBody.PROPERTY, body);
            }
        } else if (request.getLength() > LONGEST_EMPTY_BODY || !isEmptyBody(request)) {
            throw Problem.malformed("body", "unexpected-body", "This call takes no body.");
        }
    }

    private static boolean isEmptyBody(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(LONGEST_EMPTY_BODY + 1);
        String text = new String(body, StandardCharsets.ISO_8859_1).replaceAll("[ \\t\\r\\n]", "");
        return text.isEmpty() || text.equals("{}");
    }

    private static void checkContentType(ContainerRequestContext request, EndpointSignature signature) {
        if (request.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            throw unsupported("A body is sent as it is, without a Content-Encoding.");
        }
        MediaType type = Optional.ofNullable(request.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .map(MediaTypes::parse)
                .orElse(null);
        boolean taken = signature.consumes().stream()
                .anyMatch(declared -> declared.isWildcardType() || (type != null && declared.isCompatible(type)));
        String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        boolean utf8 = charset == null || charset.toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii");
        if (!taken || (!utf8 && signature.consumes().stream().anyMatch(RequestValidationFilter::isJson))) {
            throw unsupported("The body is taken as "
                    + String.join(
                            ", ",
                            signature.consumes().stream()
                                    .map(MediaType::toString)
                                    .toList())
                    + " in UTF-8.");
        }
    }

    private static boolean isJson(MediaType type) {
        return type.equals(MediaType.APPLICATION_JSON_TYPE) || MediaTypes.isNdjson(type.toString());
    }

    private static void checkText(String field, String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw Problem.malformed(field, "malformed-field", "This has at most " + MAX_CHARACTERS + " characters.");
        }
        try {
            Text.normalized(text);
        } catch (IllegalArgumentException e) {
            throw Problem.malformed(field, e);
        }
    }

    private static boolean isMediaType(String text) {
        try {
            MediaType type = MediaTypes.parse(text);
            return !type.isWildcardType() && !type.isWildcardSubtype();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Problem notAcceptable(String detail) {
        return Problem.of(NOT_ACCEPTABLE, "not-acceptable", HttpHeaders.ACCEPT, detail);
    }

    private static Problem unsupported(String detail) {
        return Problem.of(UNSUPPORTED, "unsupported-media-type", HttpHeaders.CONTENT_TYPE, detail);
    }
}
