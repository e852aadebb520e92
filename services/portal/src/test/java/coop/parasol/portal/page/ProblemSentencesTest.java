package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.MalformedValue;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.portal.client.ServiceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a producer, an auditor, a partner or an applicant can be refused is said in the reader's language. */
class ProblemSentencesTest {

    private static final Path CONTRACTS = Path.of("../../contracts");

    /** People of the firm's desks have English; everybody else may have none. */
    private static final Pattern NOT_OF_A_DESK = Pattern.compile("\\b(producer|auditor|partner|anyone|any)\\b");

    /** What only programs do wrong: the portal's forms send no such call. */
    private static final Set<String> OF_PROGRAMS = Set.of(
            "address-too-long",
            "conflict",
            "headers-too-large",
            "id-mismatch",
            "idempotency-key-reused",
            "invalid-fields",
            "malformed-claim",
            "malformed-cursor",
            "malformed-idempotency-key",
            "malformed-json",
            "malformed-request",
            "not-acceptable",
            "repeated-parameter",
            "stream-too-long",
            "unauthenticated",
            "unexpected-body",
            "unknown-field",
            "unknown-parameter",
            "unknown-sort",
            "unknown-value",
            "unsupported-media-type",
            "version-needed");

    @Test
    void every_refusal_of_what_a_person_without_a_desk_can_send_has_a_sentence() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String row : Files.readAllLines(CONTRACTS.resolve("constitution.csv"))) {
            String[] columns = row.split(",", 6);
            if (List.of("POST", "PUT", "DELETE").contains(columns[1])
                    && NOT_OF_A_DESK.matcher(columns[4]).find()) {
                codes.addAll(refusals(columns[0], columns[1], columns[2]));
            }
        }
        codes.removeAll(OF_PROGRAMS);

        assertThat(codes).hasSizeGreaterThan(100).contains("week-frozen", "malformed-iban");
        assertThat(codes)
                .allSatisfy(code -> assertThat(PlainTexts.find(PlainTexts.PROBLEMS, Language.ENGLISH, code))
                        .as(code)
                        .isNotNull());
    }

    @Test
    void what_cannot_be_read_is_said_by_its_kind() {
        assertThat(unreadable(() -> Money.of("1,000", "INR")))
                .contains("1234.56")
                .contains("Type an amount");
        assertThat(unreadable(() -> Quantity.of("1,200", "C62"))).contains("Type a number");
        assertThat(unreadable(() -> Quantity.of("1.5", "C62"))).contains("decimals");
        assertThat(unreadable(() -> Identifier.of("ભુજ-૧"))).contains("A to Z");
        assertThat(ProblemSentences.of("malformed-field", "What is this?")).startsWith("This cannot be read.");
    }

    @Test
    void a_number_that_the_service_names_stands_in_the_sentence() {
        assertThat(ProblemSentences.of("below-reported", "You have reported 12.5 of it already."))
                .contains("12.5");
        assertThat(ProblemSentences.of("below-reported", "You have reported it."))
                .isEqualTo("You have reported it.");
    }

    @Test
    void of_what_was_sent_with_others_each_field_is_said_in_the_language_of_the_reader() {
        ServiceProblem.Document fields = new ServiceProblem.Document(
                422,
                "invalid-fields",
                "Two fields are wrong.",
                null,
                List.of(
                        new ServiceProblem.FieldError(
                                "quantity", "malformed-field", "value must be a plain decimal", "NUMBER"),
                        new ServiceProblem.FieldError("route", "not-blank", "route must not be blank")));
        ServiceProblem.Document whole =
                new ServiceProblem.Document(409, "lot-already-reported", "You have reported lot A-1.", null, null);

        assertThat(Language.GUJARATI.write(() -> ProblemSentences.ofAll(fields)))
                .contains("12.5 જેવી સંખ્યા લખો", "કેવી રીતે બને છે: આ ભરો.")
                .doesNotContain("must");
        assertThat(Language.GUJARATI.write(() -> ProblemSentences.ofAll(whole))).isNotEqualTo(whole.detail());
    }

    private static String unreadable(ThrowingCallable read) {
        MalformedValue unreadable = (MalformedValue) catchThrowable(read);
        return ProblemSentences.of(new ServiceProblem.FieldError(
                "",
                "malformed-field",
                String.valueOf(unreadable.getMessage()),
                unreadable.kind().name()));
    }

    /** The codes of the answers 400 to 499 of an operation, by its service's description. */
    private static Set<String> refusals(String service, String method, String path) throws IOException {
        String described = Files.readString(CONTRACTS.resolve("openapi/" + service + ".yaml"));
        String address =
                Arrays.stream(path.split("\\{\\w+}", -1)).map(Pattern::quote).collect(Collectors.joining("\\{\\w+}"));
        Matcher resource = Pattern.compile("(?ms)^  \"?" + address + "\"?:\\n(.*?)(?=^  \\S|^\\S)")
                .matcher(described);
        assertThat(resource.find()).as(path).isTrue();
        Matcher operation = Pattern.compile(
                        "(?ms)^    " + method.toLowerCase(Locale.ROOT) + ":\\n(.*?)(?=^    \\S|\\z)")
                .matcher(resource.group(1));
        assertThat(operation.find()).as(method + " " + path).isTrue();
        Set<String> codes = new TreeSet<>();
        Matcher answer = Pattern.compile("(?ms)^        \"4\\d\\d\":\\n(.*?)(?=^        \\S|\\z)")
                .matcher(operation.group(1));
        while (answer.find()) {
            String text = answer.group(1);
            Matcher reference =
                    Pattern.compile("\\$ref: \"?#/components/responses/(\\w+)").matcher(text);
            if (reference.find()) {
                Matcher shared = Pattern.compile("(?ms)^    " + reference.group(1) + ":\\n(.*?)(?=^    \\S|^\\S)")
                        .matcher(described.substring(described.indexOf("\n  responses:")));
                assertThat(shared.find()).as(reference.group(1)).isTrue();
                text = shared.group(1);
            }
            Matcher listed = Pattern.compile("x-problem-codes:\\n((?:\\s+- [a-z-]+\\n)+)")
                    .matcher(text + "\n");
            while (listed.find()) {
                Matcher code = Pattern.compile("- ([a-z-]+)").matcher(listed.group(1));
                while (code.find()) {
                    codes.add(code.group(1));
                }
            }
        }
        return codes;
    }
}
