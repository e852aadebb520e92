package coop.parasol.portal.page;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What people read where a service refuses something: a sentence of the portal's own that says what to do next, found by the
 * problem's code in {@code problems.properties}; else the service's.
 */
final class ProblemSentences {

    private static final ResourceBundle.Control EACH_ALONE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemSentences() {}

    /**
     * @param code of the problem
     * @param detail what the service says of this case; it stands before what to do next
     */
    static String of(String code, String detail) {
        try {
            return sentences().getString(code).replace("{detail}", detail);
        } catch (MissingResourceException withoutOwnSentence) {
            return detail;
        }
    }

    private static ResourceBundle sentences() {
        return ResourceBundle.getBundle(
                "problems", Locale.of(Language.ofReader().code()), EACH_ALONE);
    }
}
