package coop.parasol.pricing.document.rules;

import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentKind;
import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a country asks for when a producer of some tax schemes is paid: read from a file, so that another country needs no code.
 *
 * @param id name of the file, such as {@code IN-COMPOSITION}
 * @param country of the firm, ISO 3166-1 alpha-2
 * @param schemes of the producers that it is for
 * @param series beginning of its numbers, one to three capitals
 * @param needsSupplierNumber whether the producer's tax number must stand on it
 * @param needsIssuerNumber whether the firm's tax number must stand on it
 * @param needsAgreement whether the producer must have agreed to self-billing
 * @param exemptionCode of the code list VATEX (EN 16931, BT-121); absent where the country has none
 * @param rates in percent, by class and first day; empty where there is no tax
 * @param rounding of the tax of one rate on one document
 * @param confirmedAfterDays after so many days it counts as confirmed; 0 where nothing is to be confirmed
 * @param language ISO 639-1, in which the law wants it
 * @param optIn whether it is used only where the firm names it in its settings
 * @param words title and obligatory sentences by language
 */
public record DocumentTemplate(
        String id,
        String country,
        PayoutDocumentKind kind,
        Set<TaxScheme> schemes,
        String series,
        boolean needsSupplierNumber,
        boolean needsIssuerNumber,
        boolean needsAgreement,
        TaxBasis taxBasis,
        TaxCategory taxCategory,
        @Nullable String exemptionCode,
        Map<String, NavigableMap<LocalDate, BigDecimal>> rates,
        RoundingMode rounding,
        int confirmedAfterDays,
        String language,
        boolean optIn,
        Map<String, Words> words) {

    /** The rate of a product that the firm has not named otherwise. */
    public static final String STANDARD_RATE = "STANDARD";

    /** Where the tax of a payout is. */
    public enum TaxBasis {
        /** there is no tax on it */
        NONE,
        /** the payout is a price with the tax in it */
        INCLUDED,
        /** the payout is a price without tax, and the tax is owed to the producer beside it */
        ON_TOP
    }

    /** Tax categories of UNTDID 5305 that EN 16931 allows (BT-118), as far as they occur on payouts. */
    public enum TaxCategory {
        /** standard rate, reduced ones included */
        S,
        /** zero rated */
        Z,
        /** exempt */
        E,
        /** not subject to tax */
        O
    }

    /**
     * What stands on the document in one language.
     *
     * @param sentences that the law wants, in their order
     */
    public record Words(String title, List<String> sentences) {}

    /** The rate of a class on a day, in percent; empty where there is no tax. */
    Optional<BigDecimal> rate(String rateClass, LocalDate day) {
        return Optional.ofNullable(rates.get(rateClass))
                .map(history -> history.floorEntry(day))
                .map(Map.Entry::getValue);
    }
}
