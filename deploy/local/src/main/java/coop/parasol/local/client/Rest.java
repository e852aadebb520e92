package coop.parasol.local.client;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The services of one installation, and the people who call them. */
public final class Rest {

    private static final int UNAUTHENTICATED = 401;

    private final Installation installation;
    private final Wire wire;
    private final Identity identity;

    /** @param notice is told when a service is away and when it is back */
    public Rest(Installation installation, Consumer<String> notice) {
        this.installation = installation;
        this.wire = new Wire(notice);
        this.identity = new Identity(
                installation.url(Part.KEYCLOAK), installation.secrets().get("keycloak.admin"), wire);
    }

    public Identity identity() {
        return identity;
    }

    /** Somebody of the demo, whose password is the name and {@code -demo}. */
    public Person demo(String name) {
        return person(name, name + "-demo");
    }

    public Person person(String user, String password) {
        return new Person(this, user, new Session(identity, user, password));
    }

    /** Somebody without an account. */
    public Person anyone() {
        return new Person(this, "anyone", null);
    }

    Answer call(
            @Nullable Session session,
            String method,
            Part service,
            String path,
            @Nullable String body,
            @Nullable String key) {
        try {
            return once(session, method, service, path, body, key);
        } catch (Refusal refusal) {
            if (refusal.status() != UNAUTHENTICATED || session == null) {
                throw refusal;
            }
            session.forget();
            return once(session, method, service, path, body, key);
        }
    }

    private Answer once(
            @Nullable Session session,
            String method,
            Part service,
            String path,
            @Nullable String body,
            @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(installation.url(service) + path))
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (session != null) {
            request.header("Authorization", "Bearer " + session.token());
        }
        return wire.send(method + " " + service.id() + path, request.build());
    }
}
