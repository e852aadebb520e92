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
 * Reads the records of a CSV file after its header and tolerates stray quotes. A quoted column continues on the next line only
 * if the joined lines make a record as wide as the header and none of them is such a record by itself; so a quote that is
 * never closed spoils its own line and no other.
 */
final class CsvRecordReader implements AutoCloseable {

    private static final int MAX_LINES = 30;
    private static final int MAX_CHARACTERS = 100_000;

    private final BufferedReader text;
    private final CSVFormat format;
    private final CSVFormat strict;
    private final int width;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long line;

    /**
     * @param headerLine the number of the line with the names of the columns; the rows follow it
     * @param width columns of the header
     */
    CsvRecordReader(BufferedReader text, CSVFormat format, int headerLine, int width) throws IOException {
        this.text = text;
        this.format = format;
        this.strict = format.builder().setLenientEof(false).get();
        this.width = width;
        while (line < headerLine) {
            text.readLine();
            line++;
        }
    }

    /**
     * A record with its place in the file.
     *
     * @param line the line on which it begins; lines before the header count
     * @param unbalanced whether it opens a quote that is not closed
     */
    record NumberedRecord(long line, CSVRecord csv, boolean unbalanced) {}

    /** The next record that is not blank, or null at the end. */
    @Nullable NumberedRecord next() throws IOException {
        String first = nextLine();
        while (first != null && first.isBlank()) {
            first = nextLine();
        }
        return first == null ? null : recordFrom(first);
    }

    private NumberedRecord recordFrom(String first) {
        long startedAt = line;
        return parse(first, strict)
                .or(() -> joinWithFollowingLines(first))
                .map(csv -> new NumberedRecord(startedAt, csv, false))
                .orElseGet(
                        () -> new NumberedRecord(startedAt, parse(first, format).orElseThrow(), true));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** The record that begins on the line and ends on a later one; the later lines are consumed only if there is such a record. */
    private Optional<CSVRecord> joinWithFollowingLines(String first) {
        StringBuilder joined = new StringBuilder(first);
        for (int more = 1; more < MAX_LINES; more++) {
            String following = peek(more);
            if (following == null || isRow(following) || joined.length() + following.length() > MAX_CHARACTERS) {
                return Optional.empty();
            }
            joined.append('\n').append(following);
            Optional<CSVRecord> closed = parse(joined.toString(), strict);
            if (closed.isPresent()) {
                if (closed.get().size() != width) {
                    return Optional.empty();
                }
                for (int consumed = 0; consumed < more; consumed++) {
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

    /** The record; empty if the format is strict and the text ends inside a quote. */
    private static Optional<CSVRecord> parse(String text, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? Optional.empty() : Optional.of(records.getFirst());
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private @Nullable String nextLine() throws IOException {
        line++;
        return ahead.isEmpty() ? text.readLine() : ahead.removeFirst();
    }

    /** @param distance from the line that was read last */
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
