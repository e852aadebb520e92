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

/** A body that says it is too large is refused before it is sent, with a problem document instead of the server's silence. */
@ApplicationScoped
public class BodyLimit {

    private static final int TOO_LARGE = 413;
    /** Just before the server's own limit. */
    private static final int BEFORE_THE_SERVERS = -3;

    private final long most;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, ObjectMapper json) {
        this.most = most.asLongValue();
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_THE_SERVERS).handler(this::check);
    }

    private void check(RoutingContext call) {
        if (length(call) <= most) {
            call.next();
            return;
        }
        HttpServerResponse answer = call.response();
        answer.setStatusCode(TOO_LARGE)
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
                    Problem.of(TOO_LARGE, "too-large", "A body has at most " + most + " bytes here.")
                            .document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
