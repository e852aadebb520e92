package coop.parasol.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Finds the signs by which a word of a script of India is printed: letters of a syllable join, the vowel i goes before its
 * consonants, an r without a vowel above what follows. That is done by HarfBuzz, which is part of Java's {@link Font}.
 */
final class Shaper {

    private static final System.Logger LOG = System.getLogger(Shaper.class.getName());
    private static final float THOUSAND = 1000;
    /** Java's number for what is nothing to see, such as a joiner. */
    private static final int UNSEEN = 0xFFFE;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final TrueTypeFont file;
    private final CmapLookup letters;
    private final Font font;

    /** Empty if Java cannot read fonts here, as on a Linux without fontconfig: letters then stand side by side. */
    static Optional<Shaper> of(String script) {
        try (InputStream stream = Pdf.font("NotoSans" + script)) {
            return Optional.of(new Shaper(script, Font.createFont(Font.TRUETYPE_FONT, stream)));
        } catch (IOException | FontFormatException | LinkageError e) {
            LOG.log(System.Logger.Level.WARNING, "Letters of " + script + " are not joined: is fontconfig there?", e);
            return Optional.empty();
        }
    }

    private Shaper(String script, Font font) {
        this.font = font.deriveFont(THOUSAND);
        try (InputStream stream = Pdf.font("NotoSans" + script)) {
            file = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
            letters = file.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sign of each letter by itself; 0 for one that the font does not have. */
    List<Integer> letters(String word) {
        return word.codePoints().mapToObj(letters::getGlyphId).toList();
    }

    /** The signs by which the word is printed. */
    Glyphs shaped(String word) {
        GlyphVector vector =
                font.layoutGlyphVector(EXACT, word.toCharArray(), 0, word.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        List<Glyphs.Glyph> signs = new ArrayList<>();
        for (int i = 0; i < vector.getNumGlyphs(); i++) {
            int id = vector.getGlyphCode(i);
            if (id < UNSEEN) {
                Point2D place = vector.getGlyphPosition(i);
                signs.add(new Glyphs.Glyph(id, place.getX(), -place.getY()));
            }
        }
        return new Glyphs(signs, vector.getGlyphPosition(vector.getNumGlyphs()).getX());
    }

    /** How far signs reach beside one another, in thousandths of the size of the font. */
    synchronized double width(List<Integer> glyphs) {
        try {
            double units = 0;
            for (int glyph : glyphs) {
                units += file.getAdvanceWidth(glyph);
            }
            return units * THOUSAND / file.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
