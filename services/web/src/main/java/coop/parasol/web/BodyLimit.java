package coop.parasol.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body whose Content-Length is over the limit before it is sent, with 413 and a problem document; the HTTP server
 * itself would only close the connection.
 */
@ApplicationScoped
public class BodyLimit {

    private static final int PAYLOAD_TOO_LARGE = 413;
    /** Order of the route, just before Quarkus' own limit. */
    private static final int BEFORE_SERVER_LIMIT = -3;

    private final long maxBytes;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBytes, ObjectMapper json) {
        this.maxBytes = maxBytes.asLongValue();
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_SERVER_LIMIT).handler(this::check);
    }

    private void check(RoutingContext call) {
        if (length(call) <= maxBytes) {
            call.next();
            return;
        }
        HttpServerResponse answer = call.response();
        answer.setStatusCode(PAYLOAD_TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .endHandler(ended -> call.request().connection().close());
        answer.end(problem());
    }

    private static long length(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private String problem() {
        try {
            return json.writeValueAsString(
                    Problem.of(PAYLOAD_TOO_LARGE, "too-large", "A body has at maxBytes " + maxBytes + " bytes here.")
                            .document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
