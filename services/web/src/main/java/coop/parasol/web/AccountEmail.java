package coop.parasol.web;

import coop.parasol.contracts.AccountName;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address that can be the user name of an account: Keycloak takes no user name with certain signs, although some
 * of them may stand in an address (RFC 5321), and writes all of them in lower case. Null is valid; {@code @NotNull} refuses it.
 */
@Constraint(validatedBy = AccountEmail.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
public @interface AccountEmail {

    String message() default "must be an e-mail address of letters, digits and . _ + - before the @";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares with {@link AccountName}. */
    class Validator implements ConstraintValidator<AccountEmail, String> {

        @Override
        public boolean isValid(@Nullable String email, ConstraintValidatorContext context) {
            return email == null || AccountName.isEmail(email);
        }
    }
}
