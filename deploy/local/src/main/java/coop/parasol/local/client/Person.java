package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.servers.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who calls the services, signed in or not. */
public final class Person {

    private final Rest rest;
    private final String name;
    private final @Nullable Session session;

    Person(Rest rest, String name, @Nullable Session session) {
        this.rest = rest;
        this.name = name;
        this.session = session;
    }

    public String name() {
        return name;
    }

    /** @throws Refusal unless the service answers with success */
    public JsonNode get(Part service, String path) {
        return rest.call(session, "GET", service, path, null, null).body();
    }

    /** All pages of a list. */
    public List<JsonNode> all(Part service, String path) {
        List<JsonNode> all = new ArrayList<>();
        String joint = path.contains("?") ? "&" : "?";
        JsonNode page = get(service, path + joint + "limit=200");
        all.addAll(Json.items(page));
        while (page.hasNonNull("next")) {
            page = get(
                    service,
                    path + joint + "limit=200&after=" + encode(page.get("next").asText()));
            all.addAll(Json.items(page));
        }
        return all;
    }

    /** Sends with a key of its own, so that however often it is sent it is done once. */
    public JsonNode post(Part service, String path, Object body) {
        return post(service, path, body, UUID.randomUUID().toString());
    }

    /** @param key what makes this the same request when it comes again, even from another run */
    public JsonNode post(Part service, String path, Object body, String key) {
        return postFor(service, path, body, key).body();
    }

    /** Like {@link #post}, for one who has to know whether this was answered before. */
    public Answer postFor(Part service, String path, Object body, String key) {
        return rest.call(session, "POST", service, path, Json.write(body), key);
    }

    public JsonNode put(Part service, String path, Object body) {
        return rest.call(session, "PUT", service, path, Json.write(body), null).body();
    }

    public JsonNode delete(Part service, String path) {
        return rest.call(session, "DELETE", service, path, null, null).body();
    }

    /** For a request that has to be refused: the refusal, or none if the service did it. */
    public @Nullable Refusal refused(Runnable request) {
        try {
            request.run();
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    /** A value for a path or a query. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
