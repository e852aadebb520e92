package coop.parasol.local.client;

import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.Part;
import coop.parasol.local.servers.Trouble;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The services of one installation, and the people who call them. */
public final class Rest {

    private static final int UNAUTHENTICATED = 401;

    private final Installation installation;
    private final Wire wire;
    private final Identity identity;
    private final Map<String, Session> demo = new TreeMap<>();

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
        Session session = new Session(identity, name, name + "-demo");
        demo.put(name, session);
        return new Person(this, name, session);
    }

    /**
     * Before anything is done in the names of those who were asked for with {@link #demo}.
     *
     * @param what is to be done, for the message
     * @throws Trouble if one of them cannot sign in: a firm was begun without them, or they were disabled
     */
    public void requireDemo(String what) {
        demo.forEach((name, session) -> {
            try {
                session.token();
            } catch (Refusal refusal) {
                throw new Trouble(
                        what + " acts for the people of the demo, and Keycloak does not let " + name
                                + " sign in with the password " + name
                                + "-demo. This installation was begun with --no-season,"
                                + " or they were disabled; nothing was done.\nWhat to do: try it on a demo, in another"
                                + " checkout that was begun with ./parasol up.",
                        refusal);
            }
        });
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
