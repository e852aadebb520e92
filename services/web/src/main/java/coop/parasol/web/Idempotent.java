package coop.parasol.web;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a transactional POST method: a call with an {@code Idempotency-Key} that the same caller has used before gets the first
 * answer again and changes nothing; with another request under the same key it is refused with 422
 * {@code idempotency-key-reused}. The key is stored in the transaction of the decision, so that there is never one without
 * the other. The method may return anything: nothing, a {@code Response}, a record, text or bytes. Calls without the header
 * are not affected.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /**
     * Whether the method stores key and answer itself, because its decision has a transaction of its own that it shares with
     * others ({@link CurrentIdempotentCall}, {@link IdempotencyKeys#FIND}, {@link IdempotencyKeys#STORE}). It is not transactional then.
     */
    @Nonbinding
    boolean storedByMethod() default false;
}
