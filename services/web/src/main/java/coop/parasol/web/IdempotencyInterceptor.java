package coop.parasol.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers a repeated {@code Idempotency-Key}, inside the method's transaction; see {@link Idempotent}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotencyInterceptor {

    private static final int MAX_KEY_CHARACTERS = 200;

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Caller caller;
    private final ObjectMapper json;
    private final IdempotencyKeys keys;

    public IdempotencyInterceptor(
            HttpHeaders headers, UriInfo uri, Caller caller, ObjectMapper json, IdempotencyKeys keys) {
        this.headers = headers;
        this.uri = uri;
        this.caller = caller;
        this.json = json;
        this.keys = keys;
    }

    @AroundInvoke
    @Nullable Object answerOnce(InvocationContext call) throws Exception {
        String key = headers.getHeaderString("Idempotency-Key");
        if (key == null) {
            return call.proceed();
        }
        if (key.isBlank() || key.length() > MAX_KEY_CHARACTERS || !StorableText.isStorable(key)) {
            throw Problem.malformed(
                    "Idempotency-Key",
                    "malformed-idempotency-key",
                    "A key has 1 to " + MAX_KEY_CHARACTERS + " characters.");
        }
        String actor = caller.actor();
        String digest = digest(call);
        Optional<IdempotencyKeys.Answer> earlier = keys.claim(actor, key, digest);
        if (earlier.isPresent()) {
            return replay(earlier.get(), digest);
        }
        Object result = call.proceed();
        if (!(result instanceof Response response)) {
            throw new IllegalStateException(call.getMethod() + " is @Idempotent and must return a Response");
        }
        keys.answer(
                actor,
                key,
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                response.hasEntity() ? json.writeValueAsString(response.getEntity()) : null);
        return response;
    }

    private Response replay(IdempotencyKeys.Answer earlier, String digest) throws JsonProcessingException {
        if (!earlier.requestDigest().equals(digest)) {
            throw Problem.invalid(
                    "Idempotency-Key",
                    "idempotency-key-reused",
                    "This key was used for another request; take a new key for a new request.");
        }
        Response.ResponseBuilder answer = Response.status(earlier.status()).header("Idempotency-Replayed", "true");
        if (earlier.body() != null) {
            answer.entity(json.readTree(earlier.body())).type("application/json");
        }
        if (earlier.location() != null) {
            answer.header(HttpHeaders.LOCATION, earlier.location());
        }
        if (earlier.etag() != null) {
            answer.header(HttpHeaders.ETAG, earlier.etag());
        }
        return answer.build();
    }

    private String digest(InvocationContext call) throws JsonProcessingException, NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(uri.getPath().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (Object parameter : call.getParameters()) {
            sha.update(json.writeValueAsBytes(parameter));
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
