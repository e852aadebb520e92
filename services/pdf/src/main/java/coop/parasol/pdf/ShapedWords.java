package coop.parasol.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a page in scripts of India. The renderer knows single letters only: it is given each word as an element of its own,
 * as wide as its joined letters are, and {@link ShapedText} then puts those in the place of the single ones.
 */
final class ShapedWords {

    /** By the name of their font and of the script (Unicode). */
    static final List<String> SCRIPTS = List.of(
            "Devanagari", "Bengali", "Tamil", "Telugu", "Gujarati", "Kannada", "Malayalam", "Gurmukhi", "Oriya");

    /** The content of an element, of a style or a title none; texts are escaped, so {@code <} begins a tag. */
    private static final Pattern CONTENT =
            Pattern.compile("<(style|title)\\b[^>]*>.*?</\\1>|<[^>]*>|([^<]+)", Pattern.DOTALL);

    /** A word of each script, as the group of its place in {@link #SCRIPTS}. Joiners (U+200C, U+200D) are part of a word. */
    private static final Pattern WORD = Pattern.compile(SCRIPTS.stream()
            .map(script -> "([\\p{Is%1$s}\\u200C\\u200D]*\\p{Is%1$s}[\\p{Is%1$s}\\u200C\\u200D]*)".formatted(script))
            .collect(Collectors.joining("|")));

    /** The renderer looks for them in other fonts. */
    private static final Pattern JOINERS = Pattern.compile("[\\u200C\\u200D]");

    private static final double THOUSAND = 1000;
    private static final Map<String, Optional<Shaper>> SHAPERS = new ConcurrentHashMap<>();

    private final Map<Letters, Word> words = new HashMap<>();

    /** Which single letters the renderer prints, and in the font of which script. */
    private record Letters(String script, List<Integer> glyphs) {}

    /**
     * A word of the page.
     *
     * @param written with its joiners
     */
    record Word(String written, Glyphs glyphs) {}

    /** The page with each word as wide as it is printed. */
    String fitted(String xhtml) {
        return CONTENT.matcher(xhtml).replaceAll(found -> {
            String text = found.group(2);
            return Matcher.quoteReplacement(text == null ? found.group() : fittedText(text));
        });
    }

    /** Each part is an element of its own, since the renderer prints the text of an element before that of the elements in it. */
    private String fittedText(String text) {
        Matcher word = WORD.matcher(text);
        StringBuilder parts = new StringBuilder();
        int begin = 0;
        while (word.find()) {
            parts.append(part("", text.substring(begin, word.start()))).append(fittedWord(word));
            begin = word.end();
        }
        return begin == 0 ? text : parts.append(part("", text.substring(begin))).toString();
    }

    private String fittedWord(MatchResult word) {
        String script = script(word);
        String printed = JOINERS.matcher(word.group()).replaceAll("");
        return part(
                SHAPERS.computeIfAbsent(script, Shaper::of)
                        .map(shaper -> style(shaper, script, printed, word.group()))
                        .orElse(""),
                printed);
    }

    private String style(Shaper shaper, String script, String printed, String written) {
        List<Integer> letters = shaper.letters(printed);
        if (letters.contains(0)) {
            return "";
        }
        Word word = words.computeIfAbsent(new Letters(script, letters), _ -> new Word(written, shaper.shaped(written)));
        double difference = (word.glyphs().width() - shaper.width(letters)) / THOUSAND;
        return String.format(Locale.ROOT, "white-space: nowrap; margin-right: %.4fem", difference);
    }

    private static String part(String style, String text) {
        return text.isEmpty() ? "" : "<span style=\"" + style + "\">" + text + "</span>";
    }

    private static String script(MatchResult word) {
        for (int i = 0; i < SCRIPTS.size(); i++) {
            if (word.group(i + 1) != null) {
                return SCRIPTS.get(i);
            }
        }
        throw new IllegalArgumentException(word.group());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The word for which the renderer has printed these letters, two bytes each, if it is one of the page's. */
    Optional<Word> printedAs(String script, byte[] letters) {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i + 1 < letters.length; i += 2) {
            ids.add(Byte.toUnsignedInt(letters[i]) << Byte.SIZE | Byte.toUnsignedInt(letters[i + 1]));
        }
        return Optional.ofNullable(words.get(new Letters(script, ids)));
    }
}
