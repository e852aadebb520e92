package coop.parasol.pricing.document.rules;

import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentKind;
import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import coop.parasol.pricing.document.rules.DocumentTemplate.TaxBasis;
import coop.parasol.pricing.document.rules.DocumentTemplate.TaxCategory;
import coop.parasol.pricing.document.rules.DocumentTemplate.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a template from the keys and values of its file, and says in words what is wrong with it. */
public final class TemplateReader {

    private static final String ENGLISH = "en";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> KEYS = Set.of(
            "country",
            "kind",
            "schemes",
            "series",
            "supplier-number",
            "issuer-number",
            "agreement",
            "tax-basis",
            "tax-category",
            "exemption-code",
            "rounding",
            "confirmed-after-days",
            "language",
            "opt-in");

    private final String id;
    private final Map<String, String> file;
    private final List<String> errors = new ArrayList<>();

    private TemplateReader(String id, Map<String, String> file) {
        this.id = id;
        this.file = file;
    }

    /** Whether a file is a template. */
    public sealed interface Outcome permits Read, Refused {}

    /** The file is a template that can be used. */
    public record Read(DocumentTemplate template) implements Outcome {}

    /** @param reasons at least one sentence, for the operator */
    public record Refused(List<String> reasons) implements Outcome {}

    /**
     * Reads a file.
     *
     * @param id its name without the extension
     */
    public static Outcome read(String id, Map<String, String> file) {
        return new TemplateReader(id, file).read();
    }

    private Outcome read() {
        file.keySet().stream()
                .filter(key -> !KEYS.contains(key) && !key.matches("(title|rate|sentence)\\..+"))
                .sorted()
                .forEach(key -> error("knows no key " + key));
        String language = oneOf("language", LANGUAGES, "a language of ISO 639-1 such as ja");
        DocumentTemplate template = new DocumentTemplate(
                id,
                oneOf("country", COUNTRIES, "a country of ISO 3166-1 such as JP"),
                constant(PayoutDocumentKind.class, "kind", PayoutDocumentKind.BILL_OF_SUPPLY),
                schemes(),
                series(),
                isYes("supplier-number", "required", "optional"),
                isYes("issuer-number", "required", "optional"),
                isYes("agreement", "required", "none"),
                constant(TaxBasis.class, "tax-basis", TaxBasis.NONE),
                constant(TaxCategory.class, "tax-category", TaxCategory.O),
                file.get("exemption-code"),
                rates(),
                constant(RoundingMode.class, "rounding", RoundingMode.FLOOR),
                days(),
                language,
                isYes("opt-in", "true", "false"),
                words(language));
        checkTax(template);
        if (template.kind() == PayoutDocumentKind.SELF_BILLING_INVOICE && !template.needsAgreement()) {
            error("a SELF_BILLING_INVOICE has agreement=required (Directive 2006/112/EC, Art. 224)");
        }
        return errors.isEmpty() ? new Read(template) : new Refused(List.copyOf(errors));
    }

    /** What is in the payout must go together: a rate where tax is in it, and a reason where none is. */
    private void checkTax(DocumentTemplate template) {
        boolean hasTax = template.taxBasis() != TaxBasis.NONE;
        if (hasTax != (template.taxCategory() == TaxCategory.S)) {
            error("tax-category S goes with tax-basis=INCLUDED or ON_TOP, Z, E and O go with tax-basis=NONE");
        }
        if (hasTax && !template.rates().containsKey(DocumentTemplate.STANDARD_RATE)) {
            error("tax-basis=" + template.taxBasis() + " needs a rate, such as rate.STANDARD.2019-10-01=10");
        }
        if (template.taxBasis() == TaxBasis.ON_TOP) {
            checkTaxOnTop(template);
        }
        if (!hasTax && !template.rates().isEmpty()) {
            error("tax-basis=NONE has no rates");
        }
        RoundingMode rounding = template.rounding();
        if (rounding != RoundingMode.FLOOR && rounding != RoundingMode.HALF_UP && rounding != RoundingMode.CEILING) {
            error("rounding is FLOOR, HALF_UP or CEILING");
        }
        if (template.taxCategory() == TaxCategory.E
                && template.words().values().stream()
                        .anyMatch(words -> words.sentences().isEmpty())) {
            error("tax-category E needs a sentence in each language that says why the supply is exempt");
        }
    }

    /** The firm pays the tax and has it back from the tax office: only of a producer that owes it, by a document with both numbers. */
    private void checkTaxOnTop(DocumentTemplate template) {
        if (!template.schemes().equals(Set.of(TaxScheme.STANDARD))) {
            error("tax-basis=ON_TOP has schemes=STANDARD, since nobody else may charge tax");
        }
        if (!template.needsSupplierNumber() || !template.needsIssuerNumber()) {
            error(
                    "tax-basis=ON_TOP has supplier-number=required and issuer-number=required, for the firm deducts the tax");
        }
    }

    private Set<TaxScheme> schemes() {
        Set<TaxScheme> schemes = EnumSet.noneOf(TaxScheme.class);
        for (String name : required("schemes").split("[ ,]+", -1)) {
            Arrays.stream(TaxScheme.values())
                    .filter(scheme -> scheme.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(schemes::add, () -> error("schemes: " + name + " is none"));
        }
        return schemes;
    }

    private String series() {
        String series = required("series");
        if (!series.matches("[A-Z]{1,3}")) {
            error("series has one to three capitals, so that a number has at most 16 characters");
        }
        return series;
    }

    private int days() {
        String days = file.getOrDefault("confirmed-after-days", "0");
        if (days.matches("[0-9]{1,3}")) {
            return Integer.parseInt(days);
        }
        error("confirmed-after-days is a number of days");
        return 0;
    }

    private Map<String, NavigableMap<LocalDate, BigDecimal>> rates() {
        Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new TreeMap<>();
        file.forEach((key, value) -> {
            if (key.startsWith("rate.")) {
                String[] parts = key.split("\\.", -1);
                LocalDate firstDay = parts.length == 3 ? day(parts[2]) : null;
                if (firstDay == null || !value.matches("[0-9]{1,2}(\\.[0-9]{1,3})?")) {
                    error(key + "=" + value + " is no rate such as rate.STANDARD.2019-10-01=10");
                } else {
                    rates.computeIfAbsent(parts[1], any -> new TreeMap<>()).put(firstDay, new BigDecimal(value));
                }
            }
        });
        return rates;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private Map<String, Words> words(String language) {
        Set<String> languages = file.keySet().stream()
                .filter(key -> key.startsWith("title.") || key.startsWith("sentence."))
                .map(key -> key.split("\\.", -1)[1])
                .collect(Collectors.toCollection(TreeSet::new));
        languages.add(language);
        languages.add(ENGLISH);
        Map<String, Words> words = new TreeMap<>();
        int most = 0;
        for (String each : languages) {
            List<String> sentences = sentences(each);
            words.put(each, new Words(required("title." + each), sentences));
            most = Math.max(most, sentences.size());
        }
        int all = most;
        words.forEach((each, said) -> {
            if (said.sentences().size() != all) {
                error("has %d sentences, but %d in %s"
                        .formatted(all, said.sentences().size(), each));
            }
        });
        return words;
    }

    private List<String> sentences(String language) {
        List<String> sentences = new ArrayList<>();
        String next = file.get("sentence." + language + ".1");
        while (next != null) {
            sentences.add(next);
            next = file.get("sentence." + language + "." + (sentences.size() + 1));
        }
        return List.copyOf(sentences);
    }

    private String oneOf(String key, Set<String> allowed, String what) {
        String value = required(key);
        if (!value.isEmpty() && !allowed.contains(value)) {
            error(key + "=" + value + " is not " + what);
        }
        return value;
    }

    private <E extends Enum<E>> E constant(Class<E> type, String key, E otherwise) {
        String name = file.getOrDefault(key, key.equals("rounding") ? otherwise.name() : required(key));
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        if (!name.isEmpty()) {
            error(key + "=" + name + " is none of " + Arrays.toString(type.getEnumConstants()));
        }
        return otherwise;
    }

    private boolean isYes(String key, String yes, String no) {
        String value = file.getOrDefault(key, no);
        if (!value.equals(yes) && !value.equals(no)) {
            error(key + " is " + yes + " or " + no);
        }
        return value.equals(yes);
    }

    private String required(String key) {
        String value = file.getOrDefault(key, "").strip();
        if (value.isEmpty()) {
            error(key + " is missing");
        }
        return value;
    }

    private void error(String what) {
        errors.add("Payout document " + id + ": " + what + ".");
    }
}
