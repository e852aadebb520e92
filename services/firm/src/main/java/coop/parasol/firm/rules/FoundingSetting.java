package coop.parasol.firm.rules;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One setting of a founding: under which name it is given and kept, and what it may be. */
public enum FoundingSetting {
    NAME("name", "Parasol Marketing Ltd."),
    CURRENCY("currency", "INR"),
    ZONE("zone", "UTC"),
    GS1_COMPANY_PREFIX("gs1-company-prefix", "8901234"),
    FINANCIAL_YEAR_BEGIN("financial-year-begin", "01-01"),
    /** Optional: a firm that was founded without a country may be given one later, once. */
    COUNTRY("country", "");

    private static final int MAX_NAME = 140;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final String key;
    private final String founderDefault;

    FoundingSetting(String key, String founderDefault) {
        this.key = key;
        this.founderDefault = founderDefault;
    }

    /** The name under which it is kept; {@code parasol.firm.<key>} as a setting. */
    public String key() {
        return key;
    }

    /** As an environment variable, such as {@code PARASOL_FIRM_ZONE}. */
    public String variable() {
        return "PARASOL_FIRM_" + name();
    }

    /** What a firm is founded with that is not told otherwise; empty where it is founded without. */
    String founderDefault() {
        return founderDefault;
    }

    /** Why a value cannot be; empty if it can. */
    Optional<String> refusal(String value) {
        return switch (this) {
            case NAME ->
                value.isBlank() || value.length() > MAX_NAME
                        ? Optional.of("the name of a firm has 1 to " + MAX_NAME + " characters")
                        : Optional.empty();
            case CURRENCY ->
                isCurrency(value) ? Optional.empty() : Optional.of("a currency is an ISO 4217 code such as INR");
            case ZONE ->
                isZone(value) ? Optional.empty() : Optional.of("a zone is an IANA name such as Asia/Kolkata, or UTC");
            case GS1_COMPANY_PREFIX ->
                value.matches("[0-9]{7,10}")
                        ? Optional.empty()
                        : Optional.of("a GS1 company prefix has 7 to 10 digits");
            case FINANCIAL_YEAR_BEGIN ->
                isDayOfEveryYear(value)
                        ? Optional.empty()
                        : Optional.of("a financial year begins on a day that every year has, such as 04-01");
            case COUNTRY ->
                COUNTRIES.contains(value)
                        ? Optional.empty()
                        : Optional.of("a country is one of ISO 3166-1 by its two letters, such as IN");
        };
    }

    private static boolean isCurrency(String value) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency ->
                        currency.getCurrencyCode().equals(value) && currency.getDefaultFractionDigits() >= 0);
    }

    private static boolean isZone(String value) {
        return ZoneId.getAvailableZoneIds().contains(value);
    }

    private static boolean isDayOfEveryYear(String value) {
        try {
            return !monthDay(value).equals(MonthDay.of(2, 29));
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    /** @param value such as {@code 04-01} */
    static MonthDay monthDay(String value) {
        return MonthDay.parse("--" + value);
    }
}
