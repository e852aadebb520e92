package coop.parasol.local.orders;

import coop.parasol.local.servers.OperatorException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pattern of the dates in an order file. A time of day after the date is allowed and ignored.
 *
 * @param pattern {@code u} is a year of four digits, {@code uu} one of two, from 2000 on
 */
record DatePattern(String pattern, DateTimeFormatter formatter) {

    private static final int MIN_YEAR = 1970;
    private static final int MAX_YEAR = 9999;
    private static final List<String> FOUR_DIGITS =
            List.of("d/M/u", "M/d/u", "u-M-d", "d.M.u", "d-M-u", "u/M/d", "M-d-u");
    private static final List<String> CANDIDATES = Stream.concat(
                    FOUR_DIGITS.stream(), FOUR_DIGITS.stream().map(pattern -> pattern.replace("u", "uu")))
            .toList();

    /** @throws OperatorException if the text is not a date pattern with day, month and year */
    DatePattern(String pattern) {
        this(pattern, formatter(pattern));
    }

    /**
     * Detects the pattern: the one that parses the most of the samples and, among those, the one by which they span the
     * fewest days. Order files cover a short time; with day and month confused they would seem to cover many months.
     */
    static DatePattern detect(Collection<String> samples) {
        DatePattern best = new DatePattern(CANDIDATES.getFirst());
        long maxParsed = -1;
        long shortest = Long.MAX_VALUE;
        for (String pattern : CANDIDATES) {
            DatePattern candidate = new DatePattern(pattern);
            List<LocalDate> parsed = new ArrayList<>();
            samples.forEach(sample -> candidate.parse(sample).ifPresent(parsed::add));
            long span = parsed.isEmpty()
                    ? Long.MAX_VALUE
                    : ChronoUnit.DAYS.between(
                            parsed.stream().min(LocalDate::compareTo).orElseThrow(),
                            parsed.stream().max(LocalDate::compareTo).orElseThrow());
            if (parsed.size() > maxParsed || (parsed.size() == maxParsed && span < shortest)) {
                best = candidate;
                maxParsed = parsed.size();
                shortest = span;
            }
        }
        return best;
    }

    /** The date; empty if the text is no date of this pattern, or of a year before 1970 or after 9999. */
    Optional<LocalDate> parse(String text) {
        String day = text.strip().split("[ T]", 2)[0];
        try {
            return Optional.of(LocalDate.parse(day, formatter))
                    .filter(date -> date.getYear() >= MIN_YEAR && date.getYear() <= MAX_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        String plain = pattern.replace('y', 'u').replaceAll("(?<!u)u(?!u)", "uuuu");
        try {
            if (plain.contains("d") && plain.contains("M") && plain.contains("u")) {
                return DateTimeFormatter.ofPattern(plain, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new OperatorException("\"" + pattern + "\" is not a date pattern."
                + "\nWhat to do: write d for the day, M for the month and u for the year, such as d/M/u, or d/M/uu if years have"
                + " two digits.");
    }
}
