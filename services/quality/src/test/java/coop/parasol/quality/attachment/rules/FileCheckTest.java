package coop.parasol.quality.attachment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.quality.attachment.TestFiles;
import coop.parasol.quality.attachment.rules.FileCheck.Invalid;
import coop.parasol.quality.attachment.rules.FileCheck.Valid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An attachment is a whole JPEG, PNG or PDF and nothing else, whatever it is called. */
class FileCheckTest {

    private static final byte[] PNG = TestFiles.png(7);
    private static final byte[] JPEG = TestFiles.jpeg(7);
    private static final byte[] PDF = TestFiles.pdf();
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4, 20, 0, 0, 0};

    @Test
    void the_type_of_a_file_is_found_by_its_bytes() {
        assertThat(FileCheck.of(PNG)).isEqualTo(new Valid(FileType.PNG));
        assertThat(FileCheck.of(JPEG)).isEqualTo(new Valid(FileType.JPEG));
        assertThat(FileCheck.of(PDF)).isEqualTo(new Valid(FileType.PDF));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "alert(document.cookie)",
                "GIF89a/*",
                "MZ\u0090",
                "\u007fELF",
                "#!/bin/sh\nrm -rf /",
                "PK\u0003\u0004",
                "RIFF\u0000\u0000\u0000\u0000WEBPVP8 ",
                " \u0089PNG\r\n\u001a\n",
                "%pdf-1.4",
                "x"
            })
    void anything_else_is_refused(String content) {
        assertThat(code(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("unknown-file-type");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(code(new byte[0])).isEqualTo("empty-file");
    }

    @Test
    void a_picture_that_ends_too_early_is_refused_wherever_it_ends() {
        for (byte[] whole : new byte[][] {PNG, JPEG}) {
            for (int length = 1; length < whole.length; length++) {
                assertThat(FileCheck.of(Arrays.copyOf(whole, length)))
                        .as("first %d bytes", length)
                        .isInstanceOf(Invalid.class);
            }
        }
        assertThat(code(Arrays.copyOf(PDF, PDF.length / 2))).isEqualTo("broken-file");
    }

    @Test
    void bytes_behind_the_end_of_a_file_are_refused() {
        for (byte[] whole : new byte[][] {PNG, JPEG, PDF}) {
            for (byte[] more :
                    new byte[][] {ARCHIVE, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), {'x'}}) {
                assertThat(code(TestFiles.joined(whole, more))).isEqualTo("broken-file");
            }
        }
        assertThat(code(TestFiles.joined(PNG, PNG))).isEqualTo("broken-file");
    }

    @Test
    void telephones_may_append_further_pictures_to_a_JPEG() {
        assertThat(FileCheck.of(TestFiles.joined(JPEG, new byte[5], JPEG))).isEqualTo(new Valid(FileType.JPEG));
        assertThat(code(TestFiles.joined(JPEG, JPEG, ARCHIVE))).isEqualTo("broken-file");
        assertThat(code(TestFiles.joined(JPEG, Arrays.copyOf(JPEG, JPEG.length - 1))))
                .isEqualTo("broken-file");
    }

    @Test
    void a_PNG_with_any_bit_changed_is_refused() {
        for (int bit = 0; bit < PNG.length * 8; bit++) {
            byte[] changed = PNG.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(FileCheck.of(changed)).as("bit %d", bit).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void magic_bytes_alone_are_no_picture() {
        String page = "<html><script>alert(1)</script></html>";
        for (String magic : new String[] {
            "\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff\u00e0", "\u00ff\u00d8\u00ff", "%PDF-1.7\n", "%PDF-"
        }) {
            assertThat(code((magic + page).getBytes(StandardCharsets.ISO_8859_1)))
                    .isEqualTo("broken-file");
            assertThat(code(magic.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("broken-file");
        }
        assertThat(code("\u00ff\u00d8\u00ff\u00d9".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("broken-file");
    }

    @Test
    void a_picture_that_says_it_is_impossibly_large_is_refused() {
        byte[] bomb = PNG.clone();
        ByteBuffer.wrap(bomb).putInt(16, 65_535).putInt(20, 65_535);
        CRC32 checksum = new CRC32();
        checksum.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) checksum.getValue());

        assertThat(FileCheck.of(bomb))
                .isEqualTo(new Invalid("broken-file", "The PNG file is damaged: it says that it is impossibly large."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia"})
    void a_PDF_that_openly_runs_or_holds_something_is_refused(String what) {
        String pdf = new String(PDF, StandardCharsets.ISO_8859_1).replaceFirst("\n", "\n%" + what + "\n");

        assertThat(code(pdf.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("broken-file");
    }

    @Test
    void a_PDF_that_spells_what_it_runs_in_codes_is_refused() {
        String pdf = new String(PDF, StandardCharsets.ISO_8859_1)
                .replaceFirst("\n", "\n<< /S /J#61vaScr#69pt /JS (app.alert\\(1\\)) >>\n");

        assertThat(code(pdf.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("broken-file");
    }

    @Test
    void an_archive_anywhere_in_a_file_is_refused() {
        byte[] end = new byte[22];
        ByteBuffer.wrap(end).put(new byte[] {'P', 'K', 5, 6});
        byte[] archive = TestFiles.joined(ARCHIVE, end);
        byte[] text = TestFiles.joined("tEXtComment\0".getBytes(StandardCharsets.ISO_8859_1), archive);
        CRC32 checksum = new CRC32();
        checksum.update(text);
        byte[] chunk = TestFiles.joined(four(text.length - 4), text, four((int) checksum.getValue()));
        int header = 33;
        byte[] picture =
                TestFiles.joined(Arrays.copyOf(PNG, header), chunk, Arrays.copyOfRange(PNG, header, PNG.length));
        byte[] comment =
                TestFiles.joined(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (archive.length + 2)}, archive);
        byte[] photo = TestFiles.joined(Arrays.copyOf(JPEG, 2), comment, Arrays.copyOfRange(JPEG, 2, JPEG.length));

        assertThat(code(picture)).isEqualTo("broken-file");
        assertThat(code(photo)).isEqualTo("broken-file");
        Arrays.fill(comment, 4, comment.length, (byte) 'x');
        assertThat(FileCheck.of(
                        TestFiles.joined(Arrays.copyOf(JPEG, 2), comment, Arrays.copyOfRange(JPEG, 2, JPEG.length))))
                .as("a comment is none")
                .isEqualTo(new Valid(FileType.JPEG));
    }

    @Test
    void a_JPEG_that_says_it_is_impossibly_large_is_refused() {
        byte[] bomb = JPEG.clone();
        for (int i = 0; i < bomb.length - 9; i++) {
            if (bomb[i] == (byte) 0xff && bomb[i + 1] == (byte) 0xc0) {
                Arrays.fill(bomb, i + 5, i + 9, (byte) 0xff);
            }
        }

        assertThat(FileCheck.of(bomb))
                .isEqualTo(
                        new Invalid("broken-file", "The JPEG file is damaged: it says that it is impossibly large."));
    }

    /** A stream that unpacks to a gigabyte is some megabytes of nothing to who does not unpack it. */
    @Test
    void a_PDF_is_not_unpacked() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        byte[] bomb = new byte[1_100_000];
        byte[] zeros = new byte[1 << 20];
        int length = 0;
        for (int i = 0; i < 1024; i++) {
            deflater.setInput(zeros);
            length += deflater.deflate(bomb, length, bomb.length - length, Deflater.SYNC_FLUSH);
        }
        deflater.end();
        String stream = "\n9 0 obj << /Filter /FlateDecode /Length " + length + " >> stream\n"
                + new String(bomb, 0, length, StandardCharsets.ISO_8859_1) + "\nendstream endobj\n";
        String pdf = new String(PDF, StandardCharsets.ISO_8859_1);
        int first = pdf.indexOf('\n');
        byte[] file = (pdf.substring(0, first) + stream + pdf.substring(first)).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(FileCheck.of(file)).isEqualTo(new Valid(FileType.PDF));
    }

    @Test
    void no_file_fails_the_check() {
        Random random = new Random(15948);
        for (int i = 0; i < 30_000; i++) {
            byte[] file = (i % 2 == 0 ? PNG : JPEG).clone();
            for (int change = random.nextInt(6); change >= 0; change--) {
                file[3 + random.nextInt(file.length - 3)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
            }
            assertThat(FileCheck.of(file)).isNotNull();
        }
    }

    private static byte[] four(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    @Test
    void the_end_of_an_archive_is_found_in_the_last_bytes_too() {
        byte[] end = {'P', 'K', 5, 6, 0, 0, 0, 0};

        assertThat(FileCheck.of(TestFiles.joined(PDF, end)))
                .isEqualTo(new Invalid("broken-file", "It holds an archive; attach what is in it."));
        assertThat(FileCheck.of(end))
                .isEqualTo(new Invalid("broken-file", "It holds an archive; attach what is in it."));
    }

    @Test
    void a_file_is_given_back_as_what_it_is() {
        assertThat(FileType.JPEG.mediaType()).isEqualTo("image/jpeg");
        assertThat(FileType.PNG.mediaType()).isEqualTo("image/png");
        assertThat(FileType.PDF.mediaType()).isEqualTo("application/pdf");
    }

    private static String code(byte[] file) {
        return FileCheck.of(file) instanceof Invalid invalid ? invalid.code() : "fits";
    }
}
