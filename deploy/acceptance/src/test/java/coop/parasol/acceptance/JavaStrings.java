package coop.parasol.acceptance;

import java.util.ArrayList;
import java.util.List;

/** The string literals and text blocks of a Java source, without what stands in comments. */
final class JavaStrings {

    private static final String TEXT_BLOCK = "\"\"\"";

    private final String source;
    private final List<String> literals = new ArrayList<>();
    private int at;

    private JavaStrings(String source) {
        this.source = source;
    }

    static List<String> in(String source) {
        JavaStrings strings = new JavaStrings(source);
        while (strings.at < source.length()) {
            strings.next();
        }
        return strings.literals;
    }

    private void next() {
        if (source.startsWith("//", at)) {
            at = endOf("\n");
        } else if (source.startsWith("/*", at)) {
            at = endOf("*/");
        } else if (source.startsWith(TEXT_BLOCK, at)) {
            literal(TEXT_BLOCK, true);
        } else if (source.charAt(at) == '"') {
            literal("\"", true);
        } else if (source.charAt(at) == '\'') {
            literal("'", false);
        } else {
            at++;
        }
    }

    private int endOf(String closing) {
        int end = source.indexOf(closing, at + 1);
        return end < 0 ? source.length() : end + closing.length();
    }

    private void literal(String quote, boolean kept) {
        int begin = at + quote.length();
        int end = begin;
        while (end < source.length() && !source.startsWith(quote, end)) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (kept) {
            literals.add(source.substring(begin, Math.min(end, source.length())));
        }
        at = end + quote.length();
    }
}
