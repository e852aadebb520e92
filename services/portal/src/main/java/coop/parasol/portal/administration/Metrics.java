package coop.parasol.portal.administration;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers out of metrics in the text format of Prometheus. */
final class Metrics {

    private static final Pattern SAMPLE =
            Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? (-?[0-9.eE+-]+)( [0-9]+)?$", Pattern.MULTILINE);

    private final String text;

    Metrics(String text) {
        this.text = text;
    }

    /** The highest of all samples of a metric; empty where there is none, or none that is a number. */
    OptionalDouble highest(String metric) {
        Matcher sample = SAMPLE.matcher(text);
        OptionalDouble highest = OptionalDouble.empty();
        while (sample.find()) {
            if (sample.group(1).equals(metric)) {
                double value = Double.parseDouble(sample.group(3));
                if (highest.isEmpty() || value > highest.getAsDouble()) {
                    highest = OptionalDouble.of(value);
                }
            }
        }
        return highest;
    }
}
