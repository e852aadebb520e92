package coop.parasol.contracts;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside as it is shown on a terminal, in a log or on paper: one line, in which no character moves the cursor,
 * begins another line, changes colours or the direction of writing (CWE-117, CWE-150).
 */
public final class PrintableText {

    private PrintableText() {}

    /** The text with every character that is not seen as such written as {@code \u001b}; null is {@code null}. */
    public static String of(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.codePoints().allMatch(PrintableText::isHarmless)
                ? text
                : text.codePoints()
                        .mapToObj(character ->
                                isHarmless(character) ? Character.toString(character) : "\\u%04x".formatted(character))
                        .collect(Collectors.joining());
    }

    /** Whether a character may be printed: joiners may, which are parts of words. */
    private static boolean isHarmless(int character) {
        return Text.isJoiner(character) || Text.isVisible(character);
    }
}
