package coop.parasol.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.ttf.gsub.GsubWorker;
import org.apache.fontbox.ttf.gsub.GsubWorkerFactory;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The words of a page whose letters are shaped: in Devanagari (Hindi, Marathi), Gujarati and Bengali the letters of a syllable
 * are printed as one sign. The renderer lays a page out by the widths of single letters, which leaves a gap behind such a word,
 * so what follows is moved back by the difference here.
 */
final class ShapedWords {

    /** Scripts that the PDF library shapes, by the name of their font. Joiners (U+200C, U+200D) are part of a word. */
    static final List<String> SCRIPTS = List.of("Devanagari", "Gujarati", "Bengali");

    /** The content of an element, of a style or a title none; texts are escaped, so {@code <} begins a tag. */
    private static final Pattern CONTENT =
            Pattern.compile("<(style|title)\\b[^>]*>.*?</\\1>|<[^>]*>|([^<]+)", Pattern.DOTALL);

    private static final Pattern WORD =
            Pattern.compile("([\\p{IsDevanagari}\\u200C\\u200D]*\\p{IsDevanagari}[\\p{IsDevanagari}\\u200C\\u200D]*)"
                    + "|([\\p{IsGujarati}\\u200C\\u200D]*\\p{IsGujarati}[\\p{IsGujarati}\\u200C\\u200D]*)"
                    + "|([\\p{IsBengali}\\u200C\\u200D]*\\p{IsBengali}[\\p{IsBengali}\\u200C\\u200D]*)");

    /** Their glyphs are nothing to see, and no font here has them. */
    private static final Pattern JOINERS = Pattern.compile("[\\u200C\\u200D]");

    private static final Map<String, Shaper> SHAPERS = new ConcurrentHashMap<>();

    private final Map<String, String> wordsByGlyphs = new HashMap<>();

    /** The page with each shaped word as wide as it is printed. */
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
        Shaper shaper = SHAPERS.computeIfAbsent(script(word), Shaper::new);
        String printed = JOINERS.matcher(word.group()).replaceAll("");
        List<Integer> glyphs = shaper.glyphs(printed);
        wordsByGlyphs.put(key(glyphs), word.group());
        double difference = shaper.width(glyphs) - shaper.width(shaper.letters(printed));
        return part(String.format(Locale.ROOT, "white-space: nowrap; margin-right: %.4fem", difference), printed);
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
        return wordsByGlyphs.isEmpty();
    }

    /** The word that is printed as these glyphs, two bytes each, if it is one of the page's. */
    Optional<String> printedAs(byte[] glyphs) {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i + 1 < glyphs.length; i += 2) {
            ids.add(Byte.toUnsignedInt(glyphs[i]) << Byte.SIZE | Byte.toUnsignedInt(glyphs[i + 1]));
        }
        return Optional.ofNullable(wordsByGlyphs.get(key(ids)));
    }

    private static String key(List<Integer> glyphs) {
        return glyphs.toString();
    }

    /** A font as far as it says which glyphs a word is printed as, and how wide they are. */
    private static final class Shaper {

        private final TrueTypeFont font;
        private final CmapLookup letters;
        private final GsubWorker substitution;

        Shaper(String script) {
            try (InputStream file = Pdf.font("NotoSans" + script)) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
                letters = font.getUnicodeCmapLookup();
                substitution = new GsubWorkerFactory().getGsubWorker(letters, font.getGsubData());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The glyph of each letter by itself. */
        List<Integer> letters(String word) {
            return word.codePoints().mapToObj(letters::getGlyphId).toList();
        }

        synchronized List<Integer> glyphs(String word) {
            return substitution.applyTransforms(letters(word));
        }

        /** How far the glyphs reach beside one another, in ems (1 is the size of the font). */
        synchronized double width(List<Integer> glyphs) {
            try {
                double units = 0;
                for (int glyph : glyphs) {
                    units += font.getAdvanceWidth(glyph);
                }
                return units / font.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
