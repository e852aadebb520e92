package coop.parasol.web;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A call with an {@code Idempotency-Key} to a method that stores key and answer itself, together with its decision; see
 * {@link Idempotent#storedByMethod}.
 *
 * @param caller whose key it is; strangers share no keys
 * @param digest of path and body: the same key with another digest is a mistake of the caller
 */
public record IdempotentCall(String caller, String key, String digest) {

    private static final String JSON = MediaType.APPLICATION_JSON_TYPE
            .withCharset(StandardCharsets.UTF_8.name())
            .toString();

    /** The answer to be stored: the one that is sent. */
    public IdempotencyKeys.Answer answer(int status, @Nullable String location, byte[] json) {
        return new IdempotencyKeys.Answer(digest, status, location, null, JSON, json);
    }

    /**
     * What the method throws when the key was used before: the first answer again, or 422 {@code idempotency-key-reused} if it was
     * used for another request.
     */
    public RuntimeException repeated(IdempotencyKeys.Answer earlier) {
        return earlier.requestDigest().equals(digest)
                ? new StoredAnswers.Repeated(earlier)
                : Problem.invalid(
                        IdempotencyInterceptor.KEY,
                        "idempotency-key-reused",
                        "This key was used for another request; take a new key for a new request.");
    }
}
