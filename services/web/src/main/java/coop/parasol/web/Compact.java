package coop.parasol.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a text of a request body: it is the number of a bank account or the like, which people copy from paper and screens with
 * blanks, hyphens and invisible characters; it is kept without them, in upper case (see
 * {@link coop.parasol.contracts.Identifier#compact}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Compact {}
