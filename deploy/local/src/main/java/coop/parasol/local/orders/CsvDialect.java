package coop.parasol.local.orders;

import coop.parasol.local.servers.OperatorException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * How an order file is encoded: character set, column separator, decimal separator and date pattern.
 *
 * @param delimiter separates the columns
 * @param decimal comma or point
 * @param dates pattern of the dates, see {@link DatePattern}
 */
record CsvDialect(Charset charset, char delimiter, char decimal, DatePattern dates) {

    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int ASCII = 0x7F;

    CSVFormat format() {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    BufferedReader open(Path file) throws IOException {
        return open(file, charset);
    }

    /** Opens the file as text, without its byte order mark. */
    static BufferedReader open(Path file, Charset charset) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(Files.newInputStream(file), 3);
        byte[] head = bytes.readNBytes(3);
        int mark = markLength(head);
        bytes.unread(head, mark, head.length - mark);
        return new BufferedReader(new InputStreamReader(bytes, charset));
    }

    private static int markLength(byte[] head) {
        if (head.length == 3 && Arrays.equals(head, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            return 3;
        }
        boolean utf16 = head.length >= 2
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
        return utf16 ? 2 : 0;
    }

    /**
     * Detects the character set from the whole file: by the byte order mark; else UTF-8 if all of it is valid UTF-8 or if some
     * of it is and looks like it (rows with other bytes are then rejected one by one); else windows-1252.
     */
    static Charset charset(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            bytes.mark(3);
            byte[] head = bytes.readNBytes(3);
            if (head.length == 0) {
                throw new OperatorException(
                        file + " is empty.\nWhat to do: give the path of a CSV file with a header line.");
            }
            if (markLength(head) == 2) {
                return head[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            }
            bytes.reset();
            return isRatherUtf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        }
    }

    /** Whether nothing in the bytes is broken UTF-8, or some characters of several bytes are whole. */
    private static boolean isRatherUtf8(InputStream bytes) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.allocate(BUFFER_BYTES);
        CharBuffer out = CharBuffer.allocate(BUFFER_BYTES);
        boolean broken = false;
        boolean whole = false;
        boolean end = false;
        while (!end) {
            int read = bytes.read(in.array(), in.position(), in.remaining());
            end = read < 0;
            in.position(in.position() + Math.max(0, read)).flip();
            CoderResult result = decoder.decode(in, out, end);
            while (result.isError()) {
                broken = true;
                in.position(in.position() + result.length());
                result = decoder.decode(in, out, end);
            }
            whole |= out.flip().chars().anyMatch(character -> character > ASCII);
            out.clear();
            in.compact();
        }
        return !broken || whole;
    }

    /** Detects the column separator: the one that splits the header into the most known column names. */
    static char delimiter(String header) {
        char best = DELIMITERS.getFirst();
        long maxKnown = 0;
        for (char delimiter : DELIMITERS) {
            long known = Arrays.stream(header.split(Pattern.quote(String.valueOf(delimiter))))
                    .filter(name -> OrderFileColumn.of(name).isPresent())
                    .count();
            if (known > maxKnown) {
                maxKnown = known;
                best = delimiter;
            }
        }
        return best;
    }
}
