package coop.parasol.web;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Media types as {@code Accept} and {@code Content-Type} name them (RFC 9110, 8.3.1 and 12.5.1), read strictly. */
final class MediaTypes {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String BLANK = "[ \\t]*";
    private static final Pattern PARAMETER = Pattern.compile(
            BLANK + ";" + BLANK + "(" + TOKEN + ")=(" + TOKEN + "|\"(?:[^\"\\\\\\x00-\\x08\\x0A-\\x1F]|\\\\.)*\")");
    private static final Pattern TYPE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")((?:" + PARAMETER + ")*)");
    private static final Pattern QUALITY = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");
    /** Splits at commas outside quotes. */
    private static final Pattern SEPARATOR = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static final int MAX_TYPES = 100;

    private MediaTypes() {}

    /** @throws IllegalArgumentException if it is no media type */
    static MediaType parse(String text) {
        Matcher matcher = TYPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no media type");
        }
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Matcher parameter = PARAMETER.matcher(matcher.group(3));
        while (parameter.find()) {
            String value = parameter.group(2);
            parameters.put(
                    parameter.group(1),
                    value.startsWith("\"")
                            ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                            : value);
        }
        return new MediaType(matcher.group(1), matcher.group(2), parameters);
    }

    /**
     * What the caller takes.
     *
     * @return empty if it has not said; then it takes anything
     * @throws IllegalArgumentException if a header is no list of media ranges
     */
    static List<MediaType> accepted(List<String> headers) {
        List<MediaType> ranges = new ArrayList<>();
        for (String header : headers) {
            for (String part : SEPARATOR.split(header, MAX_TYPES + 1)) {
                if (ranges.size() == MAX_TYPES) {
                    throw new IllegalArgumentException("too many media ranges");
                }
                MediaType range = parse(part);
                String quality = range.getParameters().getOrDefault("q", "1");
                if (!QUALITY.matcher(quality).matches() || (range.isWildcardType() && !range.isWildcardSubtype())) {
                    throw new IllegalArgumentException("no media range");
                }
                ranges.add(range);
            }
        }
        return ranges;
    }

    /** The ranges as a header, without parameters but the quality. */
    static String withoutParameters(List<MediaType> ranges) {
        return ranges.stream()
                .map(range -> range.getType() + "/" + range.getSubtype() + ";q="
                        + range.getParameters().getOrDefault("q", "1"))
                .collect(Collectors.joining(", "));
    }

    /** How much a caller that takes these ranges wants the type, 0 for not at all: the most specific range decides. */
    static double quality(List<MediaType> ranges, MediaType type) {
        int specific = -1;
        double quality = ranges.isEmpty() ? 1 : 0;
        for (MediaType range : ranges) {
            int fit = fit(range, type);
            if (fit > specific) {
                specific = fit;
                quality = Double.parseDouble(range.getParameters().getOrDefault("q", "1"));
            }
        }
        return quality;
    }

    /** Whether a {@code Content-Type} names newline-delimited JSON, with parameters or without. */
    static boolean isNdjson(String contentType) {
        return names(LineAnswers.NDJSON, contentType);
    }

    /** Whether a {@code Content-Type} names what is read line by line, however long it is: newline-delimited JSON or CSV. */
    static boolean isOfLines(String contentType) {
        return isNdjson(contentType) || names(LineAnswers.CSV, contentType);
    }

    private static boolean names(String type, String contentType) {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase(type);
    }

    /** How specific a range is that fits the type; -1 if it does not fit. */
    private static int fit(MediaType range, MediaType type) {
        if (range.isWildcardType()) {
            return 0;
        }
        if (!range.getType().equalsIgnoreCase(type.getType())) {
            return -1;
        }
        if (range.isWildcardSubtype()) {
            return 1;
        }
        return range.getSubtype().equalsIgnoreCase(type.getSubtype()) ? 2 : -1;
    }
}
