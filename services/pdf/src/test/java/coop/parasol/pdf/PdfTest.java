package coop.parasol.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are printed in the script in which they are written, with fonts that are embedded in the file. */
class PdfTest {

    @ParameterizedTest
    @CsvSource({
        "DejaVuSans, Łódź Ελλάς Москва ₹ 1200",
        "NotoSansDevanagari, पीतल का दीपक",
        "NotoSansBengali, পিতলের প্রদীপ",
        "NotoSansTamil, பித்தளை விளக்கு",
        "NotoSansTelugu, ఇత్తడి దీపం",
        "NotoSansGujarati, પિત્તળનો દીવો",
        "NotoSansKannada, ಹಿತ್ತಾಳೆ ದೀಪ",
        "NotoSansMalayalam, പിച്ചള വിളക്ക്",
        "NotoSansGurmukhi, ਪਿੱਤਲ ਦਾ ਦੀਵਾ",
        "NotoSansOriya, ପିତ୍ତଳ ଦୀପ",
        "DroidSansFallback, 黄铜灯 真鍮のランプ"
    })
    void a_name_is_printed_in_its_script(String font, String name) throws IOException {
        Printed printed = printed("Name: " + name);

        assertThat(printed.text()).startsWith("Name: ").doesNotContain("#");
        assertThat(printed.fonts()).anySatisfy(used -> assertThat(used).endsWith(font));
    }

    @Test
    void a_character_of_no_font_is_printed_as_a_number_sign_and_a_control_character_as_a_space() throws IOException {
        assertThat(printed("ꯀ").text()).contains("#");
        assertThat(printed("Ring\u0007s").text()).contains("Ring s");
    }

    @Test
    void what_is_copied_is_what_was_written_letter_by_letter() throws IOException {
        String written = "office fluff final difficult";
        byte[] pdf = Pdf.of(page(written));
        List<String> letters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    letters.add(text.getUnicode());
                }
            };
            stripper.getText(document);
        }

        assertThat(String.join("", letters)).isEqualTo(written);
        assertThat(letters).as("no ligature").allMatch(letter -> letter.length() == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "राष्ट्रीय प्रमाणपत्र क्षेत्र, श्री किताब (हिन्दी) निर्माता: पृथ्वी",
                "પ્રમાણપત્ર રાષ્ટ્રીય શ્રી હસ્તકલા વિદ્યાર્થી ઉદ્યોગ",
                "পিতলের প্রদীপ রাষ্ট্রীয় শিল্প",
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
    @ValueSource(strings = {"राष्ट्रीय", "क्षेत्र", "विद्यार्थी", "રાષ્ટ્રીય", "વિદ્યાર્થી", "রাষ্ট্রীয়"})
    void a_word_whose_letters_join_to_syllables_leaves_no_gap_behind_it(String word) throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(Pdf.of(page("x" + word + "x")))) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) {
                    double begin = place.getTranslateX();
                    glyphs.add(new Glyph(begin, begin + displacement.getX() * place.getScalingFactorX()));
                }
            };
            stripper.getText(document);
        }
        Glyph next = glyphs.removeLast();

        assertThat(glyphs).as("letters that are joined").hasSizeLessThan(1 + word.length());
        assertThat(next.begin() - glyphs.getLast().end()).as("gap in points").isBetween(-0.1, 0.1);
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

    private record Glyph(double begin, double end) {}

    private static String page(String text) {
        return "<html><head><style>body { font-family: '" + Pdf.FONT + "' }</style></head><body><p>" + text
                + "</p></body></html>";
    }

    private record Printed(String text, List<String> fonts) {}

    private static Printed printed(String text) throws IOException {
        byte[] pdf = Pdf.of(page(text));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> fonts = new ArrayList<>();
            PDResources resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts.add(font.getName().replaceAll("-Regular$", ""));
            }
            return new Printed(new PDFTextStripper().getText(document), fonts);
        }
    }
}
