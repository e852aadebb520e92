package coop.parasol.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How single values are written, in bodies, query parameters and path segments alike; each method throws
 * {@link IllegalArgumentException} with a sentence for the caller.
 */
final class Scalars {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** RFC 3339: with seconds, and with Z or the distance from UTC. */
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private Scalars() {}

    /** RFC 9562: 36 characters. */
    static UUID uuid(String text) {
        require(UUID_TEXT, text, "An id is a UUID of 36 characters.");
        return UUID.fromString(text);
    }

    static LocalDate day(String text) {
        String form = "A day is written such as 2026-11-28, in the years 0001 to 9999.";
        require(DAY, text, form);
        LocalDate day = existing(text, LocalDate::parse, form);
        requireYear(day.getYear(), form);
        return day;
    }

    static Instant moment(String text) {
        String form = "A moment is written such as 2026-11-28T10:15:30Z, in the years 0001 to 9999.";
        require(MOMENT, text, form);
        OffsetDateTime moment = existing(text, OffsetDateTime::parse, form);
        requireYear(moment.getYear(), form);
        return moment.toInstant();
    }

    static YearMonth month(String text) {
        String form = "A month is written such as 2026-11, in the years 0001 to 9999.";
        require(MONTH, text, form);
        YearMonth month = existing(text, YearMonth::parse, form);
        requireYear(month.getYear(), form);
        return month;
    }

    static Year year(String text) {
        String form = "A year is written with four digits, 0001 to 9999.";
        require(YEAR, text, form);
        Year year = Year.parse(text);
        requireYear(year.getValue(), form);
        return year;
    }

    private static void require(Pattern pattern, String text, String form) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(form);
        }
    }

    private static void requireYear(int year, String form) {
        if (year < 1) {
            throw new IllegalArgumentException(form);
        }
    }

    private static <T> T existing(String text, Function<String, T> parse, String form) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(form, e);
        }
    }
}
