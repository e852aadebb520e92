package coop.parasol.pricing.document.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a document: {@code BOS-2026-000001}, or {@code BOS-26-27-000001} where the financial year is not the calendar year;
 * counted within a series and financial year from 1, without gaps. At most 16 characters, as India asks (CGST Rules 46 and 49).
 */
public final class DocumentNumber {

    private static final int MAX_LENGTH = 16;
    private static final int CENTURY = 2000;
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{1,3})-(?:(\\d{4})|(\\d{2})-\\d{2})-(\\d{6})");

    private DocumentNumber() {}

    /**
     * What a number says.
     *
     * @param firstYear calendar year in which the financial year begins
     * @param count of the document within series and year
     */
    public record Parts(String series, int firstYear, int count) {}

    /**
     * Reads a number.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Parts parse(String number) {
        Matcher matcher = NUMBER.matcher(number);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(number + " is no number of a payout document");
        }
        int firstYear = matcher.group(2) != null
                ? Integer.parseInt(matcher.group(2))
                : CENTURY + Integer.parseInt(matcher.group(3));
        return new Parts(matcher.group(1), firstYear, Integer.parseInt(matcher.group(4)));
    }

    /**
     * The number of a document.
     *
     * @param year of the firm's books, four digits or two and two
     * @throws IllegalArgumentException if the count is none, or the number would be too long
     */
    public static String of(String series, String year, int count) {
        String number = "%s-%s-%06d".formatted(series, year, count);
        if (count < 1 || number.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("series " + series + " has no number " + count + " in " + year);
        }
        return number;
    }
}
