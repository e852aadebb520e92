package coop.parasol.contracts;

import java.util.regex.Pattern;

/** E-mail addresses that people sign in by: of the signs that Keycloak takes in user names, and the lengths of RFC 5321. */
public final class AccountName {

    private static final int MAX_CHARACTERS = 254;
    private static final int MAX_LOCAL_CHARACTERS = 64;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern EMAIL =
            Pattern.compile("([A-Za-z0-9_+-]+(?:\\.[A-Za-z0-9_+-]+)*)@(?:" + LABEL + "\\.)+" + LABEL);

    private AccountName() {}

    /** Whether an account can have that address as its name. */
    public static boolean isEmail(String text) {
        return text.length() <= MAX_CHARACTERS
                && text.indexOf('@') <= MAX_LOCAL_CHARACTERS
                && EMAIL.matcher(text).matches();
    }
}
