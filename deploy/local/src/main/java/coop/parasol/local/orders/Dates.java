package coop.parasol.local.orders;

import coop.parasol.local.servers.Trouble;
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
 * How dates are written; a time of day after the date is allowed and not used.
 *
 * @param pattern {@code u} is a year of four digits, {@code uu} one of two, from 2000 on
 */
record Dates(String pattern, DateTimeFormatter formatter) {

    private static final int EARLIEST = 1970;
    private static final int LATEST = 9999;
    private static final List<String> FOUR_DIGITS =
            List.of("d/M/u", "M/d/u", "u-M-d", "d.M.u", "d-M-u", "u/M/d", "M-d-u");
    private static final List<String> KNOWN = Stream.concat(
                    FOUR_DIGITS.stream(), FOUR_DIGITS.stream().map(pattern -> pattern.replace("u", "uu")))
            .toList();

    /** @throws Trouble if it is no pattern */
    Dates(String pattern) {
        this(pattern, formatter(pattern));
    }

    /**
     * The pattern that reads the most of the samples; of two that read as many, the one by which the file spans less time: an
     * order file is of some days, and day and month taken for one another tear it apart.
     */
    static Dates recognised(Collection<String> samples) {
        Dates best = new Dates(KNOWN.getFirst());
        long most = -1;
        long shortest = Long.MAX_VALUE;
        for (String pattern : KNOWN) {
            Dates candidate = new Dates(pattern);
            List<LocalDate> read = new ArrayList<>();
            samples.forEach(sample -> candidate.parse(sample).ifPresent(read::add));
            long span = read.isEmpty()
                    ? Long.MAX_VALUE
                    : ChronoUnit.DAYS.between(
                            read.stream().min(LocalDate::compareTo).orElseThrow(),
                            read.stream().max(LocalDate::compareTo).orElseThrow());
            if (read.size() > most || (read.size() == most && span < shortest)) {
                best = candidate;
                most = read.size();
                shortest = span;
            }
        }
        return best;
    }

    /** Empty for what is no day, and for years in which no order was placed. */
    Optional<LocalDate> parse(String text) {
        String day = text.strip().split("[ T]", 2)[0];
        try {
            return Optional.of(LocalDate.parse(day, formatter))
                    .filter(date -> date.getYear() >= EARLIEST && date.getYear() <= LATEST);
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
            // said below
        }
        throw new Trouble("\"" + pattern + "\" is no way to write dates; take d, M and u such as d/M/u, or d/M/uu where"
                + " years have two digits.");
    }
}
