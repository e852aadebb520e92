package coop.parasol.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.contracts.Text;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
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

    static final String KEY = "Idempotency-Key";
    private static final int MAX_KEY_CHARACTERS = 200;

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Caller caller;
    private final ObjectMapper json;
    private final StoredAnswers answers;
    private final IdempotencyKeys keys;
    private final CurrentIdempotentCall current;

    public IdempotencyInterceptor(
            HttpHeaders headers,
            UriInfo uri,
            Caller caller,
            ObjectMapper json,
            StoredAnswers answers,
            IdempotencyKeys keys,
            CurrentIdempotentCall current) {
        this.headers = headers;
        this.uri = uri;
        this.caller = caller;
        this.json = json;
        this.answers = answers;
        this.keys = keys;
        this.current = current;
    }

    @AroundInvoke
    @Nullable Object answerOnce(InvocationContext call) throws Exception {
        String key = headers.getHeaderString(KEY);
        if (key == null) {
            return call.proceed();
        }
        if (!isKey(key)) {
            throw Problem.malformed(
                    KEY, "malformed-idempotency-key", "A key has 1 to " + MAX_KEY_CHARACTERS + " visible characters.");
        }
        String digest = digest(call);
        // strangers share no keys: one of them could take another's, or learn that it was used
        String actor = caller.isAnonymous() ? caller.actor() + " " + digest : caller.actor();
        IdempotentCall present = new IdempotentCall(actor, key, digest);
        if (call.getMethod().getAnnotation(Idempotent.class).storedByMethod()) {
            current.set(present);
            return call.proceed();
        }
        Optional<IdempotencyKeys.Answer> earlier = keys.claim(actor, key, digest);
        if (earlier.isPresent()) {
            // thrown, whatever the method returns: nothing has been changed that its transaction could lose
            throw present.repeated(earlier.get());
        }
        Object result = call.proceed();
        keys.answer(actor, key, answers.of(call.getMethod(), digest, result));
        return result;
    }

    private static boolean isKey(String key) {
        try {
            return !Text.normalized(key).isEmpty() && key.length() <= MAX_KEY_CHARACTERS;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String digest(InvocationContext call) throws JsonProcessingException, NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(uri.getPath().getBytes(StandardCharsets.UTF_8));
        for (Object parameter : call.getParameters()) {
            sha.update(json.writeValueAsBytes(parameter));
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
