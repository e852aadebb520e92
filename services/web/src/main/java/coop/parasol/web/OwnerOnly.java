package coop.parasol.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method: a member decides it by its own account. An account of one of its colleagues is refused with 403
 * {@code own-account-only}, whatever it sends; desks, where they may call the method, are not affected.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OwnerOnly {}
