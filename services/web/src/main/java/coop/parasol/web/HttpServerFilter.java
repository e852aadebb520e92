package coop.parasol.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every answer of the HTTP server, of a resource or not: it is kept by nobody and taken for nothing else than
 * it says. And what the server itself would refuse with an empty answer, or by closing the connection, is refused here with
 * a problem document: an address or headers that are too long, a body that is, HTTP/1.1 without Host. The server's own limits
 * ({@code quarkus.http.limits}) are larger, so that these are met first.
 */
@ApplicationScoped
public class HttpServerFilter {

    private static final Logger LOG = Logger.getLogger(HttpServerFilter.class);

    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int PAYLOAD_TOO_LARGE = 413;
    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;
    /** Order of the route: before everything else. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final List<Integer> ERRORS = List.of(400, 404, 405, 406, 413, 415, 500, 503);

    private final long maxBodyBytes;
    private final long maxStreamBytes;
    private final int maxAddressCharacters;
    private final int maxHeaderCharacters;
    private final ObjectMapper json;

    HttpServerFilter(
            @ConfigProperty(name = "parasol.http.max-body-size") MemorySize maxBodyBytes,
            @ConfigProperty(name = "parasol.http.max-stream-size") MemorySize maxStreamBytes,
            @ConfigProperty(name = "parasol.http.max-address-characters") int maxAddressCharacters,
            @ConfigProperty(name = "parasol.http.max-header-characters") int maxHeaderCharacters,
            ObjectMapper json) {
        this.maxBodyBytes = maxBodyBytes.asLongValue();
        this.maxStreamBytes = maxStreamBytes.asLongValue();
        this.maxAddressCharacters = maxAddressCharacters;
        this.maxHeaderCharacters = maxHeaderCharacters;
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::check).failureHandler(this::checkFailed);
        ERRORS.forEach(status -> router.errorHandler(status, call -> answerError(call, status)));
    }

    private void check(RoutingContext call) {
        call.addHeadersEndHandler(end -> protect(call.response()));
        Optional<Problem> problem = problem(call);
        if (problem.isPresent()) {
            refuse(call, problem.get());
        } else {
            dropQuotedParametersOfAccept(call.request().headers());
            call.next();
        }
    }

    /** What the server has refused before the first route was asked, such as a request without Host. */
    private void checkFailed(RoutingContext call) {
        problem(call).ifPresentOrElse(problem -> refuse(call, problem), call::next);
    }

    /** The matching of resources splits a header also at commas inside quotes; no type here has such a parameter. */
    private static void dropQuotedParametersOfAccept(MultiMap headers) {
        List<String> said = headers.getAll(HttpHeaders.ACCEPT);
        if (said.stream().anyMatch(header -> header.indexOf('"') >= 0)) {
            try {
                headers.set(HttpHeaders.ACCEPT, MediaTypes.withoutParameters(MediaTypes.accepted(said)));
            } catch (IllegalArgumentException e) {
                LOG.debug("An Accept that is no list of media types is left for the answer 406", e);
            }
        }
    }

    private static void protect(HttpServerResponse response) {
        if (response.getStatusCode() == NO_CONTENT) {
            response.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        response.putHeader("X-Content-Type-Options", "nosniff");
        @Nullable String said = response.headers().get(HttpHeaders.CACHE_CONTROL);
        if (said == null || !said.contains("no-store")) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private Optional<Problem> problem(RoutingContext call) {
        if (call.request().uri().length() > maxAddressCharacters) {
            return Optional.of(Problem.of(
                    URI_TOO_LONG,
                    "address-too-long",
                    "An address has at most " + maxAddressCharacters + " characters here."));
        }
        if (headerCharacters(call) > maxHeaderCharacters) {
            return Optional.of(Problem.of(
                    HEADERS_TOO_LARGE,
                    "headers-too-large",
                    "The headers have at most " + maxHeaderCharacters + " characters together."));
        }
        if (call.request().version() == HttpVersion.HTTP_1_1
                && call.request().headers().getAll(HttpHeaders.HOST).size() != 1) {
            return Optional.of(Problem.of(
                    BAD_REQUEST, "malformed-request", "Host", "HTTP/1.1 needs the header Host, once (RFC 9112, 3.2)."));
        }
        long maxBytes = maxBytes(call);
        return length(call) > maxBytes ? Optional.of(BoundedBody.tooLarge(maxBytes)) : Optional.empty();
    }

    /** What says that it is a stream may be as long as one; it is compared with what its resource takes before it is read. */
    private long maxBytes(RoutingContext call) {
        @Nullable String type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && MediaTypes.isOfLines(type) ? maxStreamBytes : maxBodyBytes;
    }

    private static int headerCharacters(RoutingContext call) {
        int characters = 0;
        for (Map.Entry<String, String> header : call.request().headers()) {
            characters += header.getKey().length() + header.getValue().length();
        }
        return characters;
    }

    private static long length(RoutingContext call) {
        @Nullable String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Answers and closes the connection, on which the rest of a body may still be coming. */
    private void refuse(RoutingContext call, Problem problem) {
        call.response()
                .putHeader(HttpHeaders.CONNECTION, "close")
                .endHandler(ended -> call.request().connection().close());
        answer(call, problem);
    }

    private void answerError(RoutingContext call, int status) {
        if (call.response().ended() || call.response().headWritten()) {
            return;
        }
        if (status == PAYLOAD_TOO_LARGE) {
            refuse(call, BoundedBody.tooLarge(maxBodyBytes));
        } else {
            answer(
                    call,
                    problem(call)
                            .orElseGet(() -> Problem.of(
                                    status,
                                    ProblemMappers.CODES.getOrDefault(status, "internal"),
                                    "The request cannot be served as it is.")));
        }
    }

    private void answer(RoutingContext call, Problem problem) {
        protect(call.response());
        call.response()
                .setStatusCode(problem.document().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(text(problem));
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem.document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
