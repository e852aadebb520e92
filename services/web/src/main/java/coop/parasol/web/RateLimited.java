package coop.parasol.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method or class: how often one client address may call it, on all instances together. Whatever may be called
 * without an account ({@code @PermitAll}) is limited under the name {@code anonymous} if it has no limit of its own. The
 * settings {@code parasol.rate-limit.NAME.burst} and {@code .per-minute} say how often at once and lastingly.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RateLimited {

    /** Name of the limit: calls of all methods with this name count together. */
    String value();
}
