package coop.parasol.pricing.document;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.firm.rules.AmountFormat;
import coop.parasol.firm.rules.UnitWords;
import coop.parasol.pdf.PdfDocument;
import coop.parasol.pricing.document.DocumentContent.Party;
import coop.parasol.pricing.document.rules.DocumentFigures.LineKind;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A document on paper: title and sentences in the law's language, then in the reader's where that is another one; the rest, sums,
 * quantities and days included, in the reader's, or the law's.
 */
final class PayoutDocumentPdf {

    private static final String ENGLISH = "en";

    /** Languages that have a file {@code labels_<language>.properties}. */
    private static final Set<String> LANGUAGES = Set.of(ENGLISH, "hi", "gu", "ja", "zh", "de", "fr");

    private static final Map<String, Map<String, String>> LABELS = new ConcurrentHashMap<>();

    private final DocumentContent content;
    private final String reader;
    private final Map<String, String> labels;
    private final AmountFormat amounts;
    private final UnitWords units;
    private final DateTimeFormatter days;

    private PayoutDocumentPdf(DocumentContent content, String language) {
        this.content = content;
        this.reader = content.words().containsKey(language) ? language : content.language();
        String known = LANGUAGES.contains(reader) ? reader : ENGLISH;
        Locale locale = known.equals(ENGLISH) ? Locale.UK : Locale.of(known);
        this.labels = LABELS.computeIfAbsent(known, each -> TemplateFiles.ofService("labels_" + each));
        this.amounts = new AmountFormat(locale);
        this.units = new UnitWords(known);
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    /** @param language of the reader */
    static PdfDocument of(DocumentContent content, String digest, String language) {
        return new PayoutDocumentPdf(content, language).pdf(digest);
    }

    private PdfDocument pdf(String digest) {
        Set<String> languages = new LinkedHashSet<>(List.of(content.language(), reader));
        PdfDocument pdf = new PdfDocument();
        pdf.title(content.wordsIn(content.language()).title());
        if (languages.size() > 1) {
            pdf.heading(content.wordsIn(reader).title());
        }
        pdf.paragraph(label("number") + ": " + content.number());
        pdf.paragraph(label("issuedOn") + ": " + days.format(content.issuedOn()));
        if (content.amends() != null) {
            pdf.paragraph(label("amends") + ": " + content.amends());
        }
        party(pdf, "supplier", content.supplier());
        party(pdf, "customer", content.customer());
        pdf.heading(content.product() + ", " + content.period());
        pdf.table(
                List.of(label("line"), label("quantity"), label("amount")),
                2,
                content.lines().stream()
                        .map(line -> cells(
                                line.kind() == LineKind.GOODS
                                        ? label("grade") + " " + line.grade()
                                        : label(line.kind().name()),
                                line.quantity() == null ? null : text(line.quantity()),
                                amounts.text(line.amount())))
                        .toList());
        pdf.table(
                List.of(label("category"), label("rate"), label("taxable"), label("tax")),
                3,
                content.taxes().stream()
                        .map(tax -> cells(
                                label("category." + tax.category())
                                        + (tax.exemptionCode() == null ? "" : " (" + tax.exemptionCode() + ")"),
                                amounts.text(tax.rate()) + " %",
                                amounts.text(tax.taxable()),
                                amounts.text(tax.tax())))
                        .toList());
        totals(pdf);
        for (String language : languages) {
            content.wordsIn(language).sentences().forEach(pdf::paragraph);
        }
        if (content.confirmedAfter() != null) {
            pdf.paragraph(label("confirmedAfter") + ": " + days.format(content.confirmedAfter()));
        }
        return pdf.paragraph("SHA-256 " + digest);
    }

    private void party(PdfDocument pdf, String role, Party party) {
        pdf.heading(label(role));
        pdf.paragraph(party.name());
        if (party.address() != null) {
            pdf.paragraph(party.address());
        }
        if (party.taxNumber() != null) {
            pdf.paragraph(label("taxNumber") + ": " + party.taxNumber());
        }
    }

    private static List<@Nullable Object> cells(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** The total alone; where tax is owed beside it, without the tax, the tax, and with it. */
    private void totals(PdfDocument pdf) {
        Money tax = content.taxOnTop();
        if (tax == null) {
            pdf.heading(label("total") + ": " + amounts.text(content.total()));
            return;
        }
        pdf.paragraph(label("net") + ": " + amounts.text(content.total()));
        pdf.paragraph(label("taxOnTop") + ": " + amounts.text(tax));
        pdf.heading(label("gross") + ": " + amounts.text(content.total().plus(tax)));
    }

    private String text(Quantity quantity) {
        BigDecimal value = quantity.value().stripTrailingZeros();
        String number = amounts.text(value.scale() < 0 ? value.setScale(0) : value);
        return units.quantity(value, number, quantity.unit());
    }

    private String label(String key) {
        return Objects.requireNonNull(labels.get(key), key);
    }
}
