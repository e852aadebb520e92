package coop.parasol.portal.page;

import coop.parasol.portal.client.ServiceProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people read where a service refuses something: a sentence of the portal's own that says what to do next, found by the
 * problem's code in {@code problems.properties}; else the service's.
 */
public final class ProblemSentences {

    /** Of a field in which nothing was typed, whatever a service says that it cannot read there. */
    static final String NOTHING_TYPED = "not-blank";

    private static final String UNREADABLE = "malformed-field";
    private static final String FIELD = "{field}";
    private static final String NUMBER = "{number}";
    private static final Pattern IN_DETAIL = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern BEFORE_SENTENCE = Pattern.compile("^\\{field}[:：]\\s*");

    private ProblemSentences() {}

    /** What is wrong with a field of something that was sent with many others. */
    public static String of(ServiceProblem.FieldError error) {
        return ofField(error.field(), null, false, error.code(), error.detail());
    }

    /** All that is wrong with something that was sent with many others: of its fields, else of the whole. */
    public static String ofAll(ServiceProblem.Document problem) {
        return problem.fields().isEmpty()
                ? of(problem.code(), problem.detail())
                : problem.fields().stream().map(ProblemSentences::of).distinct().collect(Collectors.joining(" "));
    }

    /**
     * The same of a field that has a name of its own where it was sent from.
     *
     * @param name as people read it
     */
    public static String of(ServiceProblem.FieldError error, String name) {
        return sentence(name, error.code(), error.detail());
    }

    /** What people call a field of what was sent. */
    public static String fieldName(String field) {
        String name = name(field);
        return name == null ? Formats.words(field.substring(field.lastIndexOf('.') + 1)) : name;
    }

    /**
     * What is wrong with a field of a form.
     *
     * @param field the service's name of it
     * @param label what the page calls it; null where that is not known
     * @param isEmpty whether nothing was typed there
     */
    static String ofField(String field, @Nullable String label, boolean isEmpty, String code, String detail) {
        return sentence(
                label == null ? name(field) : label, isEmpty && code.equals(UNREADABLE) ? NOTHING_TYPED : code, detail);
    }

    /** What people call a field; null where the reader's language has no word for it. */
    private static @Nullable String name(String field) {
        String last = field.substring(field.lastIndexOf('.') + 1);
        Language language = Language.ofReader();
        return language == Language.ENGLISH ? Formats.words(last) : PlainTexts.find(PlainTexts.CODES, language, last);
    }

    /**
     * @param code of the problem
     * @param detail what the service says of this case; it stands before what to do next
     */
    public static String of(String code, String detail) {
        return sentence(null, code, detail);
    }

    private static String sentence(@Nullable String name, String code, String detail) {
        String sentence = PlainTexts.find(PlainTexts.PROBLEMS, Language.ofReader(), byKind(code, detail));
        Matcher number = IN_DETAIL.matcher(detail);
        boolean isNumbered = number.find();
        if (sentence == null || (sentence.contains(NUMBER) && !isNumbered)) {
            return detail;
        }
        String named =
                name == null ? BEFORE_SENTENCE.matcher(sentence).replaceFirst("") : sentence.replace(FIELD, name);
        return (isNumbered ? named.replace(NUMBER, number.group()) : named).replace("{detail}", detail);
    }

    /** Of what cannot be read, what should stand there, as {@code Money}, {@code Quantity} and {@code Identifier} say it. */
    private static String byKind(String code, String detail) {
        if (!code.equals(UNREADABLE)) {
            return code;
        }
        if (detail.contains("such as 1234.56")) {
            return UNREADABLE + "-amount";
        }
        if (detail.contains("such as 12.5")) {
            return UNREADABLE + "-number";
        }
        if (detail.contains("at most") && detail.contains("decimals")) {
            return UNREADABLE + "-decimals";
        }
        return detail.contains("ASCII") ? UNREADABLE + "-ascii" : code;
    }
}
