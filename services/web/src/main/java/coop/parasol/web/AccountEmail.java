package coop.parasol.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
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

    /** Compares with the signs that Keycloak takes in user names, and the lengths of RFC 5321. */
    class Validator implements ConstraintValidator<AccountEmail, String> {

        private static final int MAX_CHARACTERS = 254;
        private static final int MAX_LOCAL_CHARACTERS = 64;
        private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
        private static final Pattern ADDRESS =
                Pattern.compile("([A-Za-z0-9_+-]+(?:\\.[A-Za-z0-9_+-]+)*)@(?:" + LABEL + "\\.)+" + LABEL);

        @Override
        public boolean isValid(@Nullable String email, ConstraintValidatorContext context) {
            return email == null
                    || (email.length() <= MAX_CHARACTERS
                            && email.indexOf('@') <= MAX_LOCAL_CHARACTERS
                            && ADDRESS.matcher(email).matches());
        }
    }
}
