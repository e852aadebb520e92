package coop.parasol.local.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file after its header, line by line. A quoted column goes over the end of a line only if that makes a
 * row as wide as the header of lines none of which is a row by itself: a stray quote costs its own line and swallows no
 * other.
 */
final class Records implements AutoCloseable {

    private static final int MOST_LINES = 30;
    private static final int MOST_CHARACTERS = 100_000;

    private final BufferedReader text;
    private final CSVFormat format;
    private final CSVFormat strict;
    private final int width;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long line;

    /** @param width columns of the header */
    Records(BufferedReader text, CSVFormat format, int width) throws IOException {
        this.text = text;
        this.format = format;
        this.strict = format.builder().setLenientEof(false).get();
        this.width = width;
        text.readLine();
        line++;
    }

    /**
     * What stands in the file.
     *
     * @param line where it begins; the header is line 1
     * @param unbalanced whether a quote is opened on this line that nothing closes
     */
    record Found(long line, CSVRecord csv, boolean unbalanced) {}

    /** The next record that is not blank, or null at the end. */
    @Nullable Found next() throws IOException {
        String first = take();
        while (first != null && first.isBlank()) {
            first = take();
        }
        return first == null ? null : found(first);
    }

    private Found found(String first) {
        long begin = line;
        return parse(first, strict)
                .or(() -> continued(first))
                .map(csv -> new Found(begin, csv, false))
                .orElseGet(() -> new Found(begin, parse(first, format).orElseThrow(), true));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** The record that the line begins and later lines end; these are taken only if there is one. */
    private Optional<CSVRecord> continued(String first) {
        StringBuilder joined = new StringBuilder(first);
        for (int more = 1; more < MOST_LINES; more++) {
            String following = peek(more);
            if (following == null || isRow(following) || joined.length() + following.length() > MOST_CHARACTERS) {
                return Optional.empty();
            }
            joined.append('\n').append(following);
            Optional<CSVRecord> closed = parse(joined.toString(), strict);
            if (closed.isPresent()) {
                if (closed.get().size() != width) {
                    return Optional.empty();
                }
                for (int taken = 0; taken < more; taken++) {
                    ahead.removeFirst();
                }
                line += more;
                return closed;
            }
        }
        return Optional.empty();
    }

    private boolean isRow(String text) {
        return parse(text, strict).filter(csv -> csv.size() == width).isPresent();
    }

    /** Nothing if the format is strict and a quote is open at the end. */
    private static Optional<CSVRecord> parse(String text, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? Optional.empty() : Optional.of(records.getFirst());
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private @Nullable String take() throws IOException {
        line++;
        return ahead.isEmpty() ? text.readLine() : ahead.removeFirst();
    }

    /** @param distance from the line that was taken last */
    private @Nullable String peek(int distance) {
        try {
            while (ahead.size() < distance) {
                String read = text.readLine();
                if (read == null) {
                    return null;
                }
                ahead.addLast(read);
            }
            return distance == ahead.size()
                    ? ahead.peekLast()
                    : ahead.stream().skip(distance - 1L).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
