package coop.parasol.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a part of an answer that names a bank account: the answer that is stored for a repeated {@code Idempotency-Key} leaves
 * it out. Whoever repeats a call reads it at the resource itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface BankData {}
