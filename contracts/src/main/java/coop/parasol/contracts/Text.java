package coop.parasol.contracts;

import java.text.Normalizer;
import java.util.Set;

/**
 * The form in which text from outside is taken: Unicode's canonical composition (NFC, UAX 15) without blanks at its ends.
 * Control characters, marks that change the direction of writing, and characters of no width are refused, because they
 * make what a person reads differ from what is stored; the joiners U+200C and U+200D are taken within a word, where Hindi,
 * Gujarati and Persian need them.
 */
public final class Text {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    /** What a decoder writes for bytes that it cannot read. */
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;
    /** Signs of Arabic and Indic numbers that Unicode counts among the format characters although they are seen. */
    private static final Set<Integer> VISIBLE_FORMATS =
            Set.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD);

    private static final int NONCHARACTER_LAST_BITS = 0xFFFE;
    private static final int FIRST_ARABIC_NONCHARACTER = 0xFDD0;
    private static final int LAST_ARABIC_NONCHARACTER = 0xFDEF;

    private Text() {}

    /**
     * The form of one line of text in which it is kept.
     *
     * @throws IllegalArgumentException if it holds a character that is refused; the message names it
     */
    public static String normalized(String text) {
        return normalized(text, false);
    }

    /** As {@link #normalized(String)}; line ends are taken too, and kept as U+000A, and so are tabs, as blanks. */
    public static String normalizedLines(String text) {
        return normalized(text.replace("\r\n", "\n").replace('\t', ' '), true);
    }

    private static String normalized(String text, boolean lines) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        int previous = -1;
        for (int i = 0; i < composed.length(); ) {
            int character = composed.codePointAt(i);
            int end = i + Character.charCount(character);
            boolean taken = isJoiner(character)
                    ? isPartOfWord(previous) && end < composed.length() && isPartOfWord(composed.codePointAt(end))
                    : isVisible(character) || (lines && character == '\n');
            if (!taken) {
                throw new IllegalArgumentException(
                        "text must not hold the character U+%04X at position %d".formatted(character, i + 1));
            }
            previous = character;
            i = end;
        }
        return stripped(composed);
    }

    /** Whether a character joins or parts the letters around it, as Hindi and Persian need it within words. */
    static boolean isJoiner(int character) {
        return character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
    }

    /** Whether a character shows what it is: no control, no direction mark, nothing without width, no half of a pair. */
    static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> false;
            case Character.FORMAT -> VISIBLE_FORMATS.contains(character);
            case Character.UNASSIGNED -> !isNoncharacter(character);
            default -> character != REPLACEMENT_CHARACTER;
        };
    }

    private static boolean isNoncharacter(int character) {
        return (character & NONCHARACTER_LAST_BITS) == NONCHARACTER_LAST_BITS
                || (character >= FIRST_ARABIC_NONCHARACTER && character <= LAST_ARABIC_NONCHARACTER);
    }

    private static boolean isPartOfWord(int character) {
        return character >= 0
                && (Character.isLetter(character)
                        || switch (Character.getType(character)) {
                            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                            default -> false;
                        });
    }

    /** Without the blanks of any script at both ends. */
    static String stripped(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
