package coop.parasol.pricing.document;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentKind;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.pricing.document.DocumentContent.Party;
import coop.parasol.pricing.document.DocumentContent.Words;
import coop.parasol.pricing.document.rules.DocumentFigures.Line;
import coop.parasol.pricing.document.rules.DocumentFigures.LineKind;
import coop.parasol.pricing.document.rules.DocumentFigures.Tax;
import coop.parasol.pricing.document.rules.DocumentTemplate;
import coop.parasol.pricing.document.rules.DocumentTemplate.TaxBasis;
import coop.parasol.pricing.document.rules.DocumentTemplate.TaxCategory;
import coop.parasol.pricing.document.rules.TemplateReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document is written as pages are: sums with their currency and grouped digits, quantities with their units, days in words. */
class PayoutDocumentPdfTest {

    private static final Path PRINTED = Path.of("target/payout-documents");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|₹59,714.28|1,255 pieces|30 November 2026",
                "hi|₹59,714.28|1,255 नग|30 नवंबर 2026",
                "gu|₹59,714.28|1,255 નંગ|30 નવેમ્બર",
                "ja|₹59,714.28|1,255個|2026年11月30日",
                "zh|₹59,714.28|1,255 件|2026年11月30日"
            })
    void sums_quantities_and_days_are_written_in_the_readers_language(
            String language, String sum, String quantity, String day) throws IOException {
        String text = printed("IN-COMPOSITION", language, "59714.28", null);

        assertThat(text).contains(sum, quantity, day).doesNotContain("INR", "C62");
    }

    @Test
    void the_laws_language_has_its_own_separators_and_tax_on_top_is_added_up() throws IOException {
        String german = printed("DE-STANDARD", "de", "1234.56", "234.57");
        String french = printed("FR-STANDARD", "fr", "1234.56", "246.91");

        assertThat(german)
                .contains(
                        "Gutschrift",
                        "1.255 Stück",
                        "Summe ohne Steuer: 1.234,56 €",
                        "Zuzüglich Steuer: 234,57 €",
                        "Summe mit Steuer: 1.469,13 €",
                        "30. November 2026")
                .doesNotContain("EUR", "C62");
        assertThat(french).contains("Total toutes taxes comprises: 1", "481,47 €", "pièces");
    }

    @Test
    void every_template_is_printed_in_each_of_its_languages() throws IOException {
        for (String id : TemplateFiles.ofService().keySet()) {
            for (Map.Entry<String, DocumentTemplate.Words> words :
                    template(id).words().entrySet()) {
                String text = printed(id, words.getKey(), "1234567.00", null);
                assertThat(text)
                        .as(id + " in " + words.getKey())
                        .contains(words.getValue().title().substring(0, 2), "SHA-256")
                        .doesNotContain("C62", "#");
            }
        }
    }

    /** What can be read of the printed document, which stays as a file for whoever wants to look at it. */
    private static String printed(String id, String language, String total, @Nullable String tax) throws IOException {
        byte[] pdf = PayoutDocumentPdf.of(content(template(id), total, tax), "0".repeat(64), language)
                .bytes();
        Files.createDirectories(PRINTED);
        Files.write(PRINTED.resolve(id + "." + language + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            CopiedText copied = new CopiedText();
            copied.getText(document);
            return copied.text.toString();
        }
    }

    private static DocumentTemplate template(String id) {
        return switch (TemplateReader.read(id, TemplateFiles.ofService(id))) {
            case TemplateReader.Read read -> read.template();
            case TemplateReader.Refused refused -> throw new AssertionError(refused.reasons());
        };
    }

    private static DocumentContent content(DocumentTemplate template, String total, @Nullable String tax) {
        String currency = switch (template.country()) {
            case "IN" -> "INR";
            case "JP" -> "JPY";
            default -> "EUR";
        };
        Money sum =
                currency.equals("JPY") ? Money.of(total.replaceAll("\\..*", ""), currency) : Money.of(total, currency);
        Money onTop =
                template.taxBasis() == TaxBasis.ON_TOP ? Money.of(tax == null ? "234567.73" : tax, currency) : null;
        Map<String, Words> words = new TreeMap<>();
        template.words().forEach((each, said) -> words.put(each, new Words(said.title(), said.sentences())));
        boolean taxed = template.taxCategory() == TaxCategory.S;
        return new DocumentContent(
                template.series() + "-26-27-000001",
                PayoutDocumentKind.SELF_BILLING_INVOICE,
                template.country(),
                LocalDate.of(2026, 11, 30),
                "BRASS-LAMP",
                Period.parse("2026-W48"),
                new UUID(0, 1),
                1,
                new Party("Meera Brass Works", "Mill Lane, Moradabad 244001", "27AAPFU0939F1ZV"),
                new Party("Chhatri Producer Company Ltd.", "7 Station Road, Bhuj 370001", "29AAGCB7383J1Z4"),
                List.of(new Line(LineKind.GOODS, "A", Quantity.of(1255, "C62"), sum)),
                List.of(new Tax(
                        template.taxCategory(),
                        taxed ? new BigDecimal("5.5") : BigDecimal.ZERO,
                        template.exemptionCode(),
                        sum,
                        onTop == null ? Money.zero(currency) : onTop)),
                sum,
                onTop,
                null,
                template.confirmedAfterDays() == 0 ? null : LocalDate.of(2026, 12, 14),
                template.language(),
                words);
    }

    /** What a reader copies: letter by letter, or what is said to be written where letters are joined. */
    private static final class CopiedText extends PDFTextStripper {

        private final StringBuilder text = new StringBuilder();
        private boolean isSaid;

        @Override
        public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
            isSaid = true;
            text.append(properties.getString(COSName.ACTUAL_TEXT));
        }

        @Override
        public void endMarkedContentSequence() {
            isSaid = false;
        }

        @Override
        protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
            if (!isSaid) {
                text.append(font.toUnicode(code));
            }
        }
    }
}
