package coop.parasol.distribution;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a transactional method that gives freed goods to waiting orders: it comes to those orders' rows in no order that
 * could be known beforehand. When PostgreSQL breaks a deadlock by rolling it back, it is done again.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RetriedOnDeadlock {}
