package coop.parasol.local.orders;

import coop.parasol.contracts.PrintableText;
import coop.parasol.local.servers.OperatorException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pattern of the dates in an order file. A time of day after the date is allowed and ignored.
 *
 * @param pattern {@code u} is a year of four digits, {@code uu} one of two, from 2000 on
 */
record DatePattern(String pattern, List<DateTimeFormatter> formatters) {

    /** No part of a day has three digits or more than four, and no year of four begins with zero. */
    private static final Pattern DIGITS = Pattern.compile("\\D*(?:(?:\\d{1,2}|[1-9]\\d{3})(?:\\D+|$))+");

    private static final List<String> ORDERS = List.of("dmy", "mdy", "ymd");
    private static final int MIN_YEAR = 1970;
    private static final int MAX_YEAR = 9999;
    private static final List<String> FOUR_DIGITS =
            List.of("d/M/u", "M/d/u", "u-M-d", "d.M.u", "d-M-u", "u/M/d", "M-d-u");
    private static final List<String> CANDIDATES = Stream.concat(
                    FOUR_DIGITS.stream(), FOUR_DIGITS.stream().map(pattern -> pattern.replace("u", "uu")))
            .toList();

    /** @throws OperatorException if the text is not a date pattern with day, month and year */
    DatePattern(String pattern) {
        this(pattern, formatters(pattern));
    }

    /**
     * Detects the pattern: the one by which every day of the file is a day. What is a day by no pattern is not counted.
     *
     * @param days of the file, each with the first line that has it
     * @throws OperatorException if no one pattern fits them all, or if several do by which they are different days
     */
    static DatePattern detect(Map<String, Long> days) {
        List<DatePattern> all = CANDIDATES.stream().map(DatePattern::new).toList();
        List<String> possible = days.keySet().stream()
                .filter(day ->
                        all.stream().anyMatch(pattern -> pattern.parse(day).isPresent()))
                .toList();
        List<DatePattern> fitting = all.stream()
                .filter(pattern ->
                        possible.stream().allMatch(day -> pattern.parse(day).isPresent()))
                .toList();
        if (fitting.isEmpty()) {
            throw contradiction(all, possible, days);
        }
        for (String day : possible) {
            List<LocalDate> meanings = fitting.stream()
                    .flatMap(pattern -> pattern.parse(day).stream())
                    .distinct()
                    .toList();
            if (meanings.size() > 1) {
                throw new OperatorException("The file does not say whether \"" + PrintableText.of(day) + "\" in line "
                        + days.get(day) + " is " + meanings.get(0) + " or " + meanings.get(1)
                        + ".\nWhat to do: say the order of day, month and year, with --dates dmy, mdy or ymd.");
            }
        }
        return fitting.getFirst();
    }

    private static OperatorException contradiction(
            List<DatePattern> all, List<String> possible, Map<String, Long> days) {
        DatePattern usual = all.stream()
                .max(Comparator.comparingLong(pattern -> possible.stream()
                        .filter(day -> pattern.parse(day).isPresent())
                        .count()))
                .orElseThrow();
        String other = possible.stream()
                .filter(day -> usual.parse(day).isEmpty())
                .findFirst()
                .orElseThrow();
        String fits = possible.stream()
                .filter(day -> usual.parse(day).isPresent())
                .findFirst()
                .orElseThrow();
        return new OperatorException("The days of the file contradict one another: \"" + PrintableText.of(fits)
                + "\" in line " + days.get(fits) + " and \"" + PrintableText.of(other) + "\" in line "
                + days.get(other)
                + " are not written in one way.\nWhat to do: correct the file; nothing was imported.");
    }

    /** The part of the text that is the day, without the time after it. */
    static String dayOf(String text) {
        return text.strip().split("[ T]", 2)[0];
    }

    /** The date; empty if the text is no date of this pattern, or of a year before 1970 or after 9999. */
    Optional<LocalDate> parse(String text) {
        String day = dayOf(text);
        if (!DIGITS.matcher(day).matches()) {
            return Optional.empty();
        }
        return formatters.stream()
                .flatMap(formatter -> parse(day, formatter).stream())
                .findFirst();
    }

    private static Optional<LocalDate> parse(String day, DateTimeFormatter formatter) {
        try {
            return Optional.of(LocalDate.parse(day, formatter))
                    .filter(date -> date.getYear() >= MIN_YEAR && date.getYear() <= MAX_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The formatters of a pattern; of the three letters dmy, mdy or ymd all usual ways to write a day in that order. */
    private static List<DateTimeFormatter> formatters(String pattern) {
        if (!ORDERS.contains(pattern)) {
            return List.of(formatter(pattern));
        }
        List<String> parts = pattern.chars()
                .mapToObj(part -> part == 'd' ? "d" : part == 'm' ? "M" : "u")
                .toList();
        return Stream.of("/", ".", "-")
                .map(separator -> String.join(separator, parts))
                .flatMap(form -> Stream.of(form, form.replace("u", "uu")))
                .map(DatePattern::formatter)
                .toList();
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
        throw new OperatorException("\"" + pattern + "\" is not a date pattern.\n"
                + "What to do: write dmy, mdy or ymd; or d for the day, M for the"
                + " month and u for the year, such as d/M/u, or d/M/uu if years"
                + " have two digits.");
    }
}
