package coop.parasol.local.orders;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How dates are written; a time of day after the date is allowed and not used. */
record Dates(String pattern) {

    private static final List<String> KNOWN = List.of("d/M/u", "M/d/u", "u-M-d", "d.M.u", "d-M-u", "u/M/d", "M-d-u");

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

    Optional<LocalDate> parse(String text) {
        String day = text.strip().split("[ T]", 2)[0];
        try {
            return Optional.of(
                    LocalDate.parse(day, DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
