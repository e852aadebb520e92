package coop.parasol.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters of the scripts of India are joined to syllables, and what is copied is what was written. */
class ShapedTextTest {

    private static final int NOTHING_TO_SEE = 0xFFFE;
    private static final double SIZE = 40;
    private static final Offset<Double> HUNDREDTH = Offset.offset(0.01);

    static Stream<String> words() {
        return Pattern.compile("[ \\n]+").splitAsStream("""
            વાર્ષિક માર્જિન માર્ગદર્શિકા પૂર્તિ કીર્તિ મૂર્તિઓ શ્રી જ્ઞ જ્ઞાન ક્ષત્રિય વિદ્યાર્થી દ્વિ દ્વિતીય સ્ત્રી સૃષ્ટિ શક્તિ
            બ્રહ્મ ચિહ્ન હૃદય રૂપિયા કર્મી વર્ણાંક ગર્ભ દ્રવ્ય ઉદ્યોગ રાષ્ટ્રીય પ્રમાણપત્ર નિરીક્ષણ ઉત્કૃષ્ટ કૉર્પોરેશન સર્વિસિંગ વર્લ્ડ
            वार्षिक मार्जिन कीर्ति विद्यार्थी राष्ट्रीय द्वितीय श्री ज्ञान क्षत्रिय मूर्तियाँ पूर्ति धर्मेन्द्र निर्माता प्रमाणित हृदय रुपये
            ब्रह्मा चिह्न उत्कृष्ट लक्ष्मी स्त्री दृष्टि शक्ति कर्तृत्व सर्टिफ़िकेट ट्रांसफ़र हिन्दी उद्योग शृंखला वर्ल्ड क्‍ष
            পিতলের প্রদীপ রাষ্ট্রীয় বার্ষিক শিল্প পূর্তি জ্ঞান
            பித்தளை விளக்கு கோவை స్త్రీ ఇత్తడి విద్యార్థి ವಾರ್ಷಿಕ ಹಿತ್ತಾಳೆ ಶ್ರೀ വിളക്ക് പിച്ചള ക്ഷേത്രം ਪਿੱਤਲ ਪ੍ਰਮਾਣ ପିତ୍ତଳ ବାର୍ଷିକ\
            """.strip());
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_word_is_printed_by_the_signs_of_harfbuzz_at_their_places(String word)
            throws IOException, FontFormatException {
        List<Glyph> glyphs = printed(word);
        GlyphVector expected;
        try (InputStream file = Pdf.font("NotoSans" + script(word))) {
            expected = Font.createFont(Font.TRUETYPE_FONT, file)
                    .deriveFont((float) SIZE)
                    .layoutGlyphVector(
                            new FontRenderContext(null, true, true),
                            word.toCharArray(),
                            0,
                            word.length(),
                            Font.LAYOUT_LEFT_TO_RIGHT);
        }

        double left = glyphs.getFirst().begin() - expected.getGlyphPosition(0).getX();
        double base = glyphs.getFirst().base() + expected.getGlyphPosition(0).getY();
        int next = 0;
        for (int i = 0; i < expected.getNumGlyphs(); i++) {
            if (expected.getGlyphCode(i) < NOTHING_TO_SEE) {
                Glyph glyph = glyphs.get(next++);
                assertThat(glyph.id()).as(word + ", sign " + next).isEqualTo(expected.getGlyphCode(i));
                assertThat(glyph.begin() - left)
                        .isCloseTo(expected.getGlyphPosition(i).getX(), Offset.offset(0.2));
                assertThat(base - glyph.base())
                        .isCloseTo(expected.getGlyphPosition(i).getY(), Offset.offset(0.2));
            }
        }
        assertThat(glyphs).hasSize(next);
    }

    @ParameterizedTest
    @CsvSource({"Devanagari, र्षि, ष", "Gujarati, ર્ષિ, ષ"})
    void an_i_stands_before_its_syllable_and_an_r_without_a_vowel_above_its_end(
            String script, String syllable, String consonant) throws IOException {
        List<Glyph> glyphs = printed(syllable);

        assertThat(glyphs).hasSize(3);
        assertThat(glyphs.get(0).end() - glyphs.get(0).begin()).as("the i").isBetween(SIZE / 10, SIZE / 2);
        assertThat(glyphs.get(1).id()).isEqualTo(glyph(script, consonant));
        assertThat(glyphs.get(2).end() - glyphs.get(2).begin()).as("the r").isCloseTo(0, HUNDREDTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "राष्ट्रीय प्रमाणपत्र क्षेत्र, श्री किताब (हिन्दी) निर्माता: पृथ्वी",
                "પ્રમાણપત્ર રાષ્ટ્રીય શ્રી હસ્તકલા વિદ્યાર્થી ઉદ્યોગ વાર્ષિક",
                "পিতলের প্রদীপ রাষ্ট্রীয় শিল্প",
                "பித்தளை விளக்கு స్త్రీ ಶ್ರೀ ക്ഷേത്രം ਪ੍ਰਮਾਣ ବାର୍ଷିକ",
                "Ravi & Söhne क्‍ष निर्माता 42"
            })
    void a_word_whose_letters_join_to_syllables_is_copied_as_it_was_written(String written) throws IOException {
        CopiedText copied = new CopiedText();
        try (PDDocument document = Loader.loadPDF(Pdf.of(page(written.replace("&", "&amp;"))))) {
            copied.getText(document);
        }

        assertThat(copied.text).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "राष्ट्रीय",
                "क्षेत्र",
                "वार्षिक",
                "विद्यार्थी",
                "રાષ્ટ્રીય",
                "વિદ્યાર્થી",
                "রাষ্ট্রীয়",
                "ਪ੍ਰਮਾਣ"
            })
    void a_word_whose_letters_join_to_syllables_leaves_no_gap_behind_it(String word) throws IOException {
        List<Glyph> glyphs = printed("x" + word + "x");
        Glyph next = glyphs.removeLast();

        assertThat(glyphs).as("letters that are joined").hasSizeLessThan(1 + word.length());
        assertThat(next.begin() - glyphs.getLast().end()).as("gap in points").isBetween(-0.4, 0.4);
    }

    private static List<Glyph> printed(String text) throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(Pdf.of(page(text)))) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) {
                    double begin = place.getTranslateX();
                    glyphs.add(new Glyph(
                            code,
                            begin,
                            begin + displacement.getX() * place.getScalingFactorX(),
                            place.getTranslateY()));
                }
            };
            stripper.getText(document);
        }
        return glyphs;
    }

    private static int glyph(String script, String letter) throws IOException {
        try (InputStream file = Pdf.font("NotoSans" + script);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()))) {
            return font.getUnicodeCmapLookup().getGlyphId(letter.codePointAt(0));
        }
    }

    private static String script(String word) {
        String name = Character.UnicodeScript.of(word.codePointAt(0)).name();
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /** What a reader copies: letter by letter, or what is said to be written where it is said. */
    private static final class CopiedText extends PDFTextStripper {

        private final StringBuilder text = new StringBuilder();
        private boolean isSaid;

        @Override
        public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
            isSaid = true;
            text.append(properties.getString(COSName.ACTUAL_TEXT));
        }

        @Override
        public void endMarkedContentSequence() {
            isSaid = false;
        }

        @Override
        protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
            if (!isSaid) {
                text.append(font.toUnicode(code));
            }
        }
    }

    /**
     * A sign on the page, in points.
     *
     * @param base height of its base line from the foot of the page
     */
    private record Glyph(int id, double begin, double end, double base) {}

    private static String page(String text) {
        return "<html><head><style>body { font-family: '" + Pdf.FONT + "'; font-size: 40pt }</style></head><body><p>"
                + text + "</p></body></html>";
    }
}
