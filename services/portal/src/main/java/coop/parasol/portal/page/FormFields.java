package coop.parasol.portal.page;

import coop.parasol.csv.TypedDigits;
import coop.parasol.portal.client.ServiceProblem;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a form shows: the values that were typed, and what is wrong with them. It has an idempotency key, so that the same form
 * sent twice does one thing.
 */
public final class FormFields {

    private static final int UNPROCESSABLE = 422;
    private static final String KEY = "idempotency-key";
    private static final Pattern AMOUNT_ABOVE_ZERO = Pattern.compile("(?=.*[1-9])\\p{Sc}?\\s*\\d[\\d, ]*(\\.\\d+)?");

    private final MultivaluedMap<String, String> values;
    private final Map<String, Refusal> errors = new LinkedHashMap<>();
    private final Map<String, Refusal> ofOtherFields = new LinkedHashMap<>();
    private final List<String> general = new ArrayList<>();

    /** A sentence about a field. */
    private interface Refusal {

        /** @param label what the page calls the field; null where that is not known */
        String called(@Nullable String label);
    }

    private FormFields(MultivaluedMap<String, String> values) {
        this.values = values;
        if (!values.containsKey(KEY)) {
            values.putSingle(KEY, UUID.randomUUID().toString());
        }
    }

    /** A form that nobody has filled in. */
    public static FormFields empty() {
        return new FormFields(new MultivaluedHashMap<>());
    }

    /** A form as it was sent. */
    public static FormFields sent(MultivaluedMap<String, String> values) {
        return new FormFields(new MultivaluedHashMap<>(values));
    }

    /** The same form with a value that the page proposes. */
    public FormFields with(String name, @Nullable Object value) {
        if (value != null) {
            values.putSingle(name, value.toString());
        }
        return this;
    }

    /** By which the service knows a repeated call; sent as {@code Idempotency-Key}. */
    public String key() {
        return text(KEY);
    }

    /** What was typed, without blanks around it, a number in Latin digits; empty where nothing was. */
    public String text(String name) {
        String value = values.getFirst(name);
        return value == null ? "" : TypedDigits.latin(value.strip());
    }

    /** A quantity or amount that was typed, as services take it; what is no number is as it was typed. Empty where nothing was. */
    public String number(String name) {
        return TypedDigits.number(text(name));
    }

    /** The same; null where nothing was typed. */
    public @Nullable String optionalNumber(String name) {
        String value = number(name);
        return value.isEmpty() ? null : value;
    }

    /** What was typed; null where nothing was, so that it is left out of what is sent. */
    public @Nullable String optional(String name) {
        String value = text(name);
        return value.isEmpty() ? null : value;
    }

    /** Everything that was chosen or typed under one name. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a box or choice was ticked. */
    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** Says what is wrong with a field, in a sentence. */
    public void refuse(String field, String sentence) {
        errors.putIfAbsent(field, label -> sentence);
    }

    /** Says one more thing that is wrong with a field, such as with another of its lines. */
    public void refuseAlso(String field, String sentence) {
        errors.merge(field, label -> sentence, (one, more) -> label -> one.called(label) + " " + more.called(label));
    }

    /** Says what is wrong with none of the fields, in a sentence. */
    public void refuseWhole(String sentence) {
        general.add(sentence);
    }

    /** Says of each of these fields in which nothing was typed that it has to be filled in. */
    public void require(String... names) {
        for (String name : names) {
            if (text(name).isEmpty()) {
                errors.putIfAbsent(name, named(nothing(name, ProblemSentences.NOTHING_TYPED), true));
            }
        }
    }

    /** Says of a field that it has to be an amount of more than nothing, where it is none; thousands may be grouped. */
    public void requireAmount(String name) {
        require(name);
        if (!AMOUNT_ABOVE_ZERO.matcher(number(name)).matches()) {
            errors.putIfAbsent(name, named(nothing(name, "amount-above-zero"), false));
        }
    }

    /** Says what a service has refused: at the fields that it names, else above the form. */
    public void refuse(ServiceProblem problem) {
        ServiceProblem.Document document = problem.document();
        document.fields().forEach(error -> {
            String name = error.field();
            if (values.containsKey(name)) {
                errors.putIfAbsent(name, named(error, text(name).isEmpty()));
            } else {
                ofOtherFields.putIfAbsent(name, named(error, false));
            }
        });
        if (document.fields().isEmpty()) {
            general.add(ProblemSentences.of(document.code(), document.detail()));
        }
    }

    private static ServiceProblem.FieldError nothing(String name, String code) {
        return new ServiceProblem.FieldError(name, code, "");
    }

    private static Refusal named(ServiceProblem.FieldError error, boolean isEmpty) {
        return label -> ProblemSentences.ofField(error, label, isEmpty);
    }

    /** The page of the form again, which says what a service has refused, with the status that the service has answered. */
    public Response refusedBy(ServiceProblem problem, Supplier<TemplateInstance> page) {
        refuse(problem);
        return Response.status(problem.document().status()).entity(page.get()).build();
    }

    /** The page of the form again, which says what is wrong with what was typed. */
    public Response incomplete(Supplier<TemplateInstance> page) {
        return Response.status(UNPROCESSABLE).entity(page.get()).build();
    }

    /** Does what the form asks for and leads on; the page of the form again where a service refuses it. */
    public Response carriedOut(Runnable call, Supplier<Response> done, Supplier<TemplateInstance> page) {
        try {
            call.run();
        } catch (ServiceProblem refused) {
            return refusedBy(refused, page);
        }
        return done.get();
    }

    public boolean isRefused() {
        return !errors.isEmpty() || !ofOtherFields.isEmpty() || !general.isEmpty();
    }

    /** What is wrong with a field; null if nothing is known to be. */
    public @Nullable String error(String name) {
        String label = FormLabels.known().get(name);
        Refusal refusal = errors.get(name);
        if (refusal == null && label != null) {
            refusal = ofOtherFields.get(name);
        }
        return refusal == null ? null : refusal.called(label);
    }

    /** What is wrong with each field, in the order in which the page has the fields. */
    public Map<String, String> errors() {
        Map<String, String> inOrder = new LinkedHashMap<>();
        for (String name : FormLabels.known().keySet()) {
            String error = error(name);
            if (error != null) {
                inOrder.put(name, error);
            }
        }
        errors.forEach((name, refusal) -> inOrder.computeIfAbsent(name, unlabelled -> refusal.called(null)));
        return inOrder;
    }

    /** What is wrong with none of the page's fields. */
    public List<String> general() {
        List<String> sentences = new ArrayList<>(general);
        ofOtherFields.forEach((name, refusal) -> {
            if (!FormLabels.known().containsKey(name)) {
                sentences.add(refusal.called(null));
            }
        });
        return sentences;
    }

    /** All values of the form by name, for a page that asks for confirmation and sends them again. */
    public Map<String, List<String>> values() {
        return values;
    }
}
