package coop.parasol.firm.rules;

import java.time.MonthDay;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed when a firm is founded and never changes, because amounts, days, document numbers and labels that exist mean
 * something else under another value.
 *
 * @param name of the firm, as on its documents
 * @param currency ISO 4217 code of its one currency, such as {@code INR}
 * @param zone in which its days, weeks, document years and last days of sale are counted, such as {@code Asia/Kolkata}
 * @param gs1CompanyPrefix 7 to 10 digits, under which shipping units are numbered (GS1 General Specifications 1.4.4)
 * @param financialYearBegin first day of its financial year
 * @param country ISO 3166-1 alpha-2, such as {@code IN}, whose law says what documents producers get; absent where it was founded
 *     without one
 */
public record FoundingSettings(
        String name,
        String currency,
        ZoneId zone,
        String gs1CompanyPrefix,
        MonthDay financialYearBegin,
        @Nullable String country) {}
