package coop.parasol.portal.page;

import coop.parasol.portal.client.ServiceProblem;
import java.util.Locale;
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
        return ofField(error, null, false);
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
        return sentence(name, code(error), error.detail());
    }

    /** What people call a field of what was sent. */
    public static String fieldName(String field) {
        String name = name(field);
        return name == null ? Formats.words(field.substring(field.lastIndexOf('.') + 1)) : name;
    }

    /**
     * What is wrong with a field of a form.
     *
     * @param error with the service's name of the field
     * @param label what the page calls it; null where that is not known
     * @param isEmpty whether nothing was typed there
     */
    static String ofField(ServiceProblem.FieldError error, @Nullable String label, boolean isEmpty) {
        return sentence(
                label == null ? name(error.field()) : label,
                isEmpty && error.code().equals(UNREADABLE) ? NOTHING_TYPED : code(error),
                error.detail());
    }

    /** Of what cannot be read there is a sentence for each kind of what should stand there. */
    private static String code(ServiceProblem.FieldError error) {
        return error.kind() == null
                ? error.code()
                : error.code() + "-" + error.kind().toLowerCase(Locale.ROOT);
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
        String sentence = PlainTexts.find(PlainTexts.PROBLEMS, Language.ofReader(), code);
        Matcher number = IN_DETAIL.matcher(detail);
        boolean isNumbered = number.find();
        if (sentence == null || (sentence.contains(NUMBER) && !isNumbered)) {
            return detail;
        }
        String named =
                name == null ? BEFORE_SENTENCE.matcher(sentence).replaceFirst("") : sentence.replace(FIELD, name);
        return (isNumbered ? named.replace(NUMBER, number.group()) : named).replace("{detail}", detail);
    }
}
