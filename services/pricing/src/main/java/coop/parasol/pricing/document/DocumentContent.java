package coop.parasol.pricing.document;

import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentKind;
import coop.parasol.contracts.Period;
import coop.parasol.pricing.document.rules.DocumentFigures.Line;
import coop.parasol.pricing.document.rules.DocumentFigures.Tax;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on a document, as it was when it was issued.
 *
 * @param settlementNumber which settlement of the pool it belongs to
 * @param supplier the producer
 * @param customer the firm
 * @param lines that sum to {@code total}
 * @param taxes one a rate; taxable amounts and taxes sum to {@code total} and {@code taxOnTop}
 * @param total what the statement pays, less what it charges
 * @param taxOnTop owed beside the total; absent where none is
 * @param amends number of the first document of the same pool and producer; absent on that one
 * @param confirmedAfter the day after which it counts as confirmed; absent where nothing is to be confirmed
 * @param language in which the law wants it
 * @param words title and obligatory sentences by language
 */
public record DocumentContent(
        String number,
        PayoutDocumentKind kind,
        String country,
        LocalDate issuedOn,
        String product,
        Period period,
        UUID settlementId,
        int settlementNumber,
        Party supplier,
        Party customer,
        List<Line> lines,
        List<Tax> taxes,
        Money total,
        @Nullable Money taxOnTop,
        @Nullable String amends,
        @Nullable LocalDate confirmedAfter,
        String language,
        Map<String, Words> words) {

    /** @param taxNumber absent where it has none */
    public record Party(
            String name, @Nullable String address, @Nullable String taxNumber) {}

    /** @param sentences that the law wants */
    public record Words(String title, List<String> sentences) {}

    /** The words in a language, else in the law's. */
    Words wordsIn(String wanted) {
        Words found = words.get(wanted);
        return found == null ? Objects.requireNonNull(words.get(language)) : found;
    }
}
