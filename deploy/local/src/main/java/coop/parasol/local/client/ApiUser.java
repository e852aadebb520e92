package coop.parasol.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.local.servers.Component;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user of the REST interfaces, signed in or anonymous. Every method returns the body of a successful response. */
public final class ApiUser {

    private final ParasolApi api;
    private final String name;
    private final @Nullable LoginSession login;

    ApiUser(ParasolApi api, String name, @Nullable LoginSession login) {
        this.api = api;
        this.name = name;
        this.login = login;
    }

    public String name() {
        return name;
    }

    /**
     * A token to call with; signs in where that has not happened yet.
     *
     * @throws IllegalStateException if the caller has no account
     */
    public String token() {
        if (login == null) {
            throw new IllegalStateException(name + " has no account");
        }
        return login.token();
    }

    /**
     * Reads a resource.
     *
     * @throws ProblemResponseException if the service refuses
     */
    public JsonNode get(Component service, String path) {
        return api.call(login, "GET", service, path, null, null).body();
    }

    /** The items of all pages of a list. */
    public List<JsonNode> getAllPages(Component service, String path) {
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

    /** Posts with a new idempotency key: however often the request has to be sent, it has its effect once. */
    public JsonNode post(Component service, String path, @Nullable Object body) {
        return post(service, path, body, UUID.randomUUID().toString());
    }

    /**
     * Posts with the given idempotency key.
     *
     * @param body null where the call takes none
     * @param key the same for the same request, also if another run of the program sends it again
     */
    public JsonNode post(Component service, String path, @Nullable Object body, String key) {
        return postForResponse(service, path, body, key).body();
    }

    /** Like {@link #post}; the response also tells whether an earlier request with the key was answered already. */
    public RestResponse postForResponse(Component service, String path, @Nullable Object body, String key) {
        return api.call(login, "POST", service, path, body == null ? null : RequestBody.json(body), key);
    }

    public JsonNode put(Component service, String path, Object body) {
        return api.call(login, "PUT", service, path, RequestBody.json(body), null)
                .body();
    }

    /** Puts a file, whose kind the service finds out. */
    public JsonNode putFile(Component service, String path, byte[] file) {
        return api.call(login, "PUT", service, path, RequestBody.file(file), null)
                .body();
    }

    public JsonNode delete(Component service, String path) {
        return api.call(login, "DELETE", service, path, null, null).body();
    }

    /**
     * Sends a request that the service is expected to refuse.
     *
     * @return the refusal, or null if the service accepted the request
     */
    public @Nullable ProblemResponseException expectRefusal(Runnable request) {
        try {
            request.run();
            return null;
        } catch (ProblemResponseException refusal) {
            return refusal;
        }
    }

    /** Percent-encodes a value for a path or a query. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
