package coop.parasol.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
