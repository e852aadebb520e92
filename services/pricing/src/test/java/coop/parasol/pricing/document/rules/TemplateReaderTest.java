package coop.parasol.pricing.document.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentKind;
import coop.parasol.pricing.document.rules.TemplateReader.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which document a country asks for is data that is checked when the service starts. */
class TemplateReaderTest {

    private static final List<String> READERS = List.of("en", "hi", "gu", "ja", "zh");

    @Test
    void every_template_that_comes_with_the_service_is_read_and_has_words_in_every_language_of_readers()
            throws IOException {
        List<String> ids = Files.readAllLines(Path.of("src/main/resources/payout-documents/index.txt"));

        assertThat(ids).hasSize(10);
        for (String id : ids) {
            assertThat(Templates.of(id).words().keySet())
                    .as(id)
                    .containsAll(READERS)
                    .contains(Templates.of(id).language());
        }
        assertThat(ids.stream().map(id -> Templates.of(id).kind())).contains(PayoutDocumentKind.values());
    }

    @Test
    void what_the_law_wants_to_be_said_stands_in_the_laws_language() {
        assertThat(words("IN-COMPOSITION").title()).isEqualTo("Bill of supply");
        assertThat(words("IN-COMPOSITION").sentences())
                .contains("Composition taxable person, not eligible to collect tax on supplies.");
        assertThat(words("DE-SMALL").title()).isEqualTo("Gutschrift");
        assertThat(words("DE-SMALL").sentences()).containsExactly("Steuerbefreiung für Kleinunternehmer (§ 19 UStG).");
        assertThat(words("FR-SMALL").title()).contains("autofacturation");
        assertThat(words("JP-PURCHASE").title()).isEqualTo("仕入明細書");
        assertThat(words("JP-CO-OPERATIVE").sentences().getFirst()).contains("組合特例");
    }

    private static DocumentTemplate.Words words(String id) {
        DocumentTemplate template = Templates.of(id);
        return Objects.requireNonNull(template.words().get(template.language()));
    }

    @Test
    void a_rate_holds_from_its_first_day() {
        DocumentTemplate japan = Templates.of("JP-PURCHASE");

        assertThat(japan.rate("STANDARD", LocalDate.of(2019, 9, 30))).contains(BigDecimal.valueOf(8));
        assertThat(japan.rate("STANDARD", LocalDate.of(2019, 10, 1))).contains(BigDecimal.TEN);
        assertThat(japan.rate("REDUCED", LocalDate.of(2019, 9, 30))).isEmpty();
        assertThat(japan.rate("STANDARD", LocalDate.of(2014, 3, 31))).isEmpty();
        DocumentTemplate germany = Templates.of("DE-STANDARD");
        assertThat(germany.rate("STANDARD", LocalDate.of(2020, 12, 31))).contains(BigDecimal.valueOf(16));
        assertThat(germany.rate("REDUCED", LocalDate.of(2021, 1, 1))).contains(BigDecimal.valueOf(7));
    }

    @Test
    void tax_on_top_is_for_registered_producers_alone_and_by_both_numbers() {
        assertThat(reasons("DE-STANDARD", "schemes", "STANDARD SMALL_ENTERPRISE"))
                .containsExactly(
                        "Payout document DE-STANDARD: tax-basis=ON_TOP has schemes=STANDARD, since nobody else may charge tax.");
        assertThat(reasons("FR-STANDARD", "supplier-number", "optional")).anyMatch(each -> each.contains("deducts"));
        assertThat(reasons("AT-STANDARD", "issuer-number", "optional")).anyMatch(each -> each.contains("deducts"));
        assertThat(reasons("AT-STANDARD", "tax-category", "E")).anyMatch(each -> each.contains("INCLUDED or ON_TOP"));
        assertThat(reasons("AT-STANDARD", "agreement", "none")).anyMatch(each -> each.contains("Art. 224"));
        assertThat(reasons("DE-SMALL", "tax-basis", "ON_TOP")).anyMatch(each -> each.contains("needs a rate"));
    }

    @Test
    void what_is_wrong_with_a_file_is_said_in_words() {
        assertThat(reasons("IN-COMPOSITION", "country", "XX")).anyMatch(each -> each.contains("country=XX"));
        assertThat(reasons("IN-COMPOSITION", "schemes", "COMPOSED")).anyMatch(each -> each.contains("COMPOSED"));
        assertThat(reasons("IN-COMPOSITION", "series", "BILL")).anyMatch(each -> each.contains("16 characters"));
        assertThat(reasons("IN-COMPOSITION", "kind", "BILL")).anyMatch(each -> each.contains("kind=BILL"));
        assertThat(reasons("IN-COMPOSITION", "colour", "red"))
                .containsExactly("Payout document IN-COMPOSITION: knows no key colour.");
        assertThat(reasons("IN-COMPOSITION", "title.en", " ")).anyMatch(each -> each.contains("title.en is missing"));
        assertThat(reasons("IN-COMPOSITION", "sentence.fr.1", "x"))
                .anyMatch(each -> each.contains("title.fr is missing"));
        assertThat(reasons("IN-COMPOSITION", "sentence.hi.3", "x")).anyMatch(each -> each.contains("sentences"));
        assertThat(reasons("IN-COMPOSITION", "tax-category", "S"))
                .anyMatch(each -> each.contains("tax-basis=INCLUDED"));
        assertThat(reasons("IN-COMPOSITION", "rate.STANDARD.2020-01-01", "5"))
                .anyMatch(each -> each.contains("no rates"));
        assertThat(reasons("JP-PURCHASE", "rate.STANDARD.2019-13-01", "10"))
                .anyMatch(each -> each.contains("is no rate"));
        assertThat(reasons("JP-PURCHASE", "rounding", "UNNECESSARY")).anyMatch(each -> each.contains("rounding is"));
        assertThat(reasons("JP-PURCHASE", "confirmed-after-days", "soon")).anyMatch(each -> each.contains("days"));
        assertThat(reasons("DE-SMALL", "agreement", "none")).anyMatch(each -> each.contains("Art. 224"));
    }

    private static List<String> reasons(String id, String key, String value) {
        Map<String, String> file = Templates.file(id);
        file.put(key, value);
        return TemplateReader.read(id, file) instanceof Refused refused ? refused.reasons() : List.of();
    }
}
