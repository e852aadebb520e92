package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.portal.page.UploadedText.Flaw;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UploadedTextTest {

    private static final String LINE = "SOAP;A;5;é";

    @Test
    void utf_8_is_read_with_and_without_a_byte_order_mark() {
        assertThat(UploadedText.of(LINE.getBytes(StandardCharsets.UTF_8))).isEqualTo(new UploadedText(LINE, Flaw.NONE));
        assertThat(UploadedText.of(("\uFEFF" + LINE).getBytes(StandardCharsets.UTF_8))
                        .flaw())
                .isEqualTo(Flaw.NONE);
    }

    @Test
    void what_is_no_utf_8_is_read_as_far_as_it_is_and_said() {
        assertThat(UploadedText.of(LINE.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(new UploadedText("SOAP;A;5;\uFFFD", Flaw.NOT_UTF_8));
    }

    @Test
    void workbooks_utf_16_empty_and_large_files_are_told_apart_and_give_no_text() {
        assertThat(flaw(new byte[] {'P', 'K', 3, 4, 20})).isEqualTo(Flaw.WORKBOOK);
        assertThat(flaw(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isEqualTo(Flaw.WORKBOOK);
        assertThat(flaw(LINE.getBytes(StandardCharsets.UTF_16))).isEqualTo(Flaw.UTF_16);
        assertThat(flaw(LINE.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(Flaw.UTF_16);
        assertThat(flaw(new byte[0])).isEqualTo(Flaw.EMPTY);
        assertThat(flaw("\uFEFF \r\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(Flaw.EMPTY);
        assertThat(flaw("5".repeat(UploadedText.MAX_BYTES).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Flaw.NONE);
        assertThat(flaw("5".repeat(UploadedText.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Flaw.TOO_LARGE);
    }

    private static Flaw flaw(byte[] content) {
        UploadedText read = UploadedText.of(content);
        assertThat(read.text().isEmpty()).isEqualTo(read.flaw() != Flaw.NONE);
        return read.flaw();
    }
}
