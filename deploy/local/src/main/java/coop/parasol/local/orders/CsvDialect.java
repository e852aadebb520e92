package coop.parasol.local.orders;

import coop.parasol.local.servers.OperatorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
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
    private static final int SAMPLE_BYTES = 1 << 20;

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

    /** Detects the character set: by the byte order mark, else UTF-8 if the sample is valid UTF-8, else windows-1252. */
    static Charset charset(Path file) throws IOException {
        byte[] sample;
        try (InputStream bytes = Files.newInputStream(file)) {
            sample = bytes.readNBytes(SAMPLE_BYTES);
        }
        if (sample.length == 0) {
            throw new OperatorException(
                    file + " is empty.\nWhat to do: give the path of a CSV file with a header line.");
        }
        if (markLength(Arrays.copyOf(sample, Math.min(3, sample.length))) == 2) {
            return sample[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample, 0, wholeCharacters(sample)));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        }
    }

    /** The length of the sample without an incomplete last character, which has up to four bytes. */
    private static int wholeCharacters(byte[] sample) {
        int end = sample.length;
        if (end < SAMPLE_BYTES) {
            return end;
        }
        while (end > sample.length - 4 && (sample[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return end - 1;
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
