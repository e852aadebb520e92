package coop.parasol.local.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.bench.HttpConnection;
import coop.parasol.local.client.Json;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One of the systems that call the services: a connection to each, kept open. Of one thread. */
final class Caller implements AutoCloseable {

    private static final int SUCCESS = 2;
    private static final int UNAVAILABLE = 503;
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_NANOS = 200_000_000L;

    private final Installation installation;
    private final CallStatistics statistics;
    private final Map<Component, HttpConnection> connections = new EnumMap<>(Component.class);

    Caller(Installation installation, CallStatistics statistics) {
        this.installation = installation;
        this.statistics = statistics;
    }

    /** A call was refused, or has got no answer: what was to follow it does not happen. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String kind;
        private final int status;

        Failed(String kind, String message, int status) {
            super(message);
            this.kind = kind;
            this.status = status;
        }

        /** Of the call, in the statistics. */
        String kind() {
            return kind;
        }

        /** The HTTP status; 0 if there was no answer. */
        int status() {
            return status;
        }
    }

    /**
     * Who calls, why, and since when.
     *
     * @param kind in the statistics
     * @param due when the call had to be sent ({@link System#nanoTime})
     * @param token null for a caller without an account
     * @param key null for a call that takes no idempotency key
     */
    record As(
            String kind,
            long due,
            @Nullable String token,
            @Nullable String key) {}

    JsonNode post(As caller, Component service, String path, Object body) throws Failed {
        return Json.read(send(caller, service, "POST", path, HttpConnection.JSON, Json.write(body), 1)
                .body());
    }

    JsonNode get(As caller, Component service, String path) throws Failed {
        return Json.read(
                send(caller, service, "GET", path, HttpConnection.JSON, null, 1).body());
    }

    /**
     * Sends until the call is answered, with the same key, as partners' systems do.
     *
     * @param done how much is done by it
     */
    HttpConnection.Answer send(
            As caller,
            Component service,
            String method,
            String path,
            String contentType,
            @Nullable String body,
            int done)
            throws Failed {
        HttpConnection.Request request =
                new HttpConnection.Request(method, path, caller.token(), caller.key(), contentType, body);
        String failure = "";
        int status = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            LockSupport.parkNanos(attempt * PAUSE_NANOS);
            try {
                HttpConnection.Answer answer = connection(service).send(request);
                status = answer.status();
                if (status / 100 == SUCCESS) {
                    statistics.answered(caller.kind(), caller.due(), done);
                    return answer;
                }
                failure = status + " " + answer.body();
                if (status != UNAVAILABLE) {
                    break;
                }
            } catch (IOException e) {
                failure = e.toString();
                close(connections.remove(service));
            }
        }
        throw new Failed(caller.kind(), failure, status);
    }

    private HttpConnection connection(Component service) throws IOException {
        HttpConnection open = connections.get(service);
        if (open == null) {
            open = new HttpConnection(installation.ports().of(service));
            connections.put(service, open);
        }
        return open;
    }

    private static void close(@Nullable HttpConnection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException e) {
                // it is of no use any more
            }
        }
    }

    @Override
    public void close() {
        connections.values().forEach(Caller::close);
    }
}
