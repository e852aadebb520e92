package coop.parasol.local.orders;

import coop.parasol.local.servers.Trouble;
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
import org.apache.commons.csv.CSVFormat;

/**
 * How a file is written.
 *
 * @param decimal comma or point
 * @param dates pattern of the dates, see {@link Dates}
 */
record Dialect(Charset charset, char delimiter, char decimal, Dates dates) {

    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');
    private static final int SAMPLE = 1 << 20;

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

    /** The file as text, without the byte order mark. */
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

    /** What the bytes are: by their mark, else UTF-8 if they are that, else the western code page of old exports. */
    static Charset charset(Path file) throws IOException {
        byte[] sample;
        try (InputStream bytes = Files.newInputStream(file)) {
            sample = bytes.readNBytes(SAMPLE);
        }
        if (sample.length == 0) {
            throw new Trouble(file + " is empty.");
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

    /** The sample may end inside a character of up to four bytes. */
    private static int wholeCharacters(byte[] sample) {
        int end = sample.length;
        if (end < SAMPLE) {
            return end;
        }
        while (end > sample.length - 4 && (sample[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return end - 1;
    }

    /** The one that parts the header into the most columns that are known. */
    static char delimiter(String header) {
        char best = DELIMITERS.getFirst();
        long most = 0;
        for (char delimiter : DELIMITERS) {
            long known = Arrays.stream(header.split(java.util.regex.Pattern.quote(String.valueOf(delimiter))))
                    .filter(name -> Column.of(name).isPresent())
                    .count();
            if (known > most) {
                most = known;
                best = delimiter;
            }
        }
        return best;
    }
}
