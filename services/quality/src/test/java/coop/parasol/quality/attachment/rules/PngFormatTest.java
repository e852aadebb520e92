package coop.parasol.quality.attachment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.quality.attachment.TestFiles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Chunks of a PNG (ISO/IEC 15948), written by hand. */
class PngFormatTest {

    private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] HEADER = header(3, 2);
    private static final byte[] DATA = chunk("IDAT", "00");
    private static final byte[] END = chunk("IEND", "");

    @Test
    void a_picture_has_a_header_data_and_an_end() {
        assertThat(fault(HEADER, DATA, END)).isEmpty();
        assertThat(fault(HEADER, chunk("tEXt", "4100"), DATA, DATA, END)).isEmpty();
        assertThat(fault(HEADER, END)).containsExactly("there is no picture in it.");
        assertThat(fault(HEADER, DATA)).containsExactly("the file is cut off.");
    }

    @Test
    void its_header_is_the_first_chunk_alone_and_has_13_bytes() {
        String noHeader = "it does not begin with its header.";

        assertThat(fault(DATA, END)).containsExactly(noHeader);
        assertThat(fault(HEADER, HEADER, DATA, END)).containsExactly(noHeader);
        assertThat(fault(chunk("IHDR", "000000030000000208020000"), DATA, END)).containsExactly(noHeader);
    }

    @Test
    void a_picture_has_a_size_in_both_directions() {
        assertThat(fault(header(0, 2), DATA, END)).containsExactly("it has no size.");
        assertThat(fault(header(3, 0), DATA, END)).containsExactly("it has no size.");
    }

    @Test
    void a_picture_has_at_most_200_million_pixels() {
        assertThat(FileCheck.faultOfSize(20_000, 10_000)).isEmpty();
        assertThat(FileCheck.faultOfSize(200_000_001, 1)).contains("it says that it is impossibly large.");
        assertThat(FileCheck.faultOfSize(1, 1)).isEmpty();
    }

    private static List<String> fault(byte[]... chunks) {
        return PngFormat.fault(TestFiles.joined(SIGNATURE, TestFiles.joined(chunks))).stream()
                .toList();
    }

    private static byte[] header(int width, int height) {
        return chunk("IHDR", "%08x%08x0802000000".formatted(width, height));
    }

    private static byte[] chunk(String type, String hex) {
        byte[] data = HexFormat.of().parseHex(hex);
        byte[] covered = TestFiles.joined(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 checksum = new CRC32();
        checksum.update(covered);
        return ByteBuffer.allocate(covered.length + 8)
                .putInt(data.length)
                .put(covered)
                .putInt((int) checksum.getValue())
                .array();
    }
}
