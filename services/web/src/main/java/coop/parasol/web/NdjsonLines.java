package coop.parasol.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Reads newline-delimited JSON: one value a line, blank lines left out. No line keeps the others from being read. */
final class NdjsonLines<T> {

    static final int MAX_LINE_BYTES = 16_384;

    private static final int TOO_LARGE = 413;
    private static final int BUFFER_BYTES = 65_536;
    /**
     * How long and how often, for a set of lines, more is waited for that is on its way: a body comes in pieces of some lines, and a set
     * of many costs little more than a set of few. A caller who waits for an answer waits 10 ms longer.
     */
    private static final long PAUSE_NANOS = 500_000;

    private static final int MAX_PAUSES = 20;

    private final InputStream body;
    private final ObjectReader reader;
    /** What has come of the body and is not in a line yet: from {@code position} to {@code limit}. */
    private final byte[] buffer = new byte[BUFFER_BYTES];

    private int position;
    private int limit;
    /** What has come of a line whose end has not. */
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private boolean lineIsTooLong;
    private boolean ended;
    private int pausesLeft;

    NdjsonLines(InputStream body, ObjectReader reader) {
        this.body = body;
        this.reader = reader;
    }

    /**
     * The next items: as many as have come whole, so that a caller who waits for their answers gets them, but at least one and at
     * most so many. Waits for the first; empty at the end.
     *
     * @throws BoundedBody.TooLarge behind the last line that ends within the limit of the body
     */
    List<ReadItem<T>> next(int maxItems) throws IOException {
        List<ReadItem<T>> items = new ArrayList<>();
        pausesLeft = MAX_PAUSES;
        try {
            while (!ended && items.size() < maxItems && (items.isEmpty() || hasMore())) {
                if (position == limit) {
                    fill(items);
                } else {
                    addBytes(items);
                }
            }
        } catch (BoundedBody.TooLarge e) {
            if (items.isEmpty()) {
                throw e;
            }
            // is thrown again when these are decided and the body is read on
        }
        return items;
    }

    private boolean hasMore() throws IOException {
        while (position == limit && body.available() <= 0) {
            if (pausesLeft == 0) {
                return false;
            }
            pausesLeft--;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    private void fill(List<ReadItem<T>> items) throws IOException {
        position = 0;
        limit = 0;
        int read = body.read(buffer, 0, buffer.length);
        if (read < 0) {
            ended = true;
            endLine(items);
        } else {
            limit = read;
        }
    }

    /** Up to the end of the line, or of what has come. */
    private void addBytes(List<ReadItem<T>> items) {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        lineIsTooLong |= line.size() + end - position > MAX_LINE_BYTES;
        if (!lineIsTooLong) {
            line.write(buffer, position, end - position);
        }
        position = end;
        if (end < limit) {
            position++;
            endLine(items);
        }
    }

    private void endLine(List<ReadItem<T>> items) {
        if (lineIsTooLong) {
            items.add(new ReadItem.Invalid<>(
                    Problem.of(TOO_LARGE, "too-large", "body", "A line has at most " + MAX_LINE_BYTES + " bytes here.")
                            .document()));
        } else if (!isBlank(line.toByteArray())) {
            items.add(read(line.toByteArray()));
        }
        line.reset();
        lineIsTooLong = false;
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private ReadItem<T> read(byte[] text) {
        try {
            T value = reader.readValue(text);
            return value == null
                    ? new ReadItem.Invalid<>(
                            Problem.malformed("", "malformed-field", "Something is needed here, not null.")
                                    .document())
                    : new ReadItem.Valid<>(value);
        } catch (JsonProcessingException e) {
            return new ReadItem.Invalid<>(ProblemMappers.fromJson(e).document());
        } catch (IOException e) {
            // bytes that are no characters: the line is in memory, so that nothing else can fail
            return new ReadItem.Invalid<>(Problem.malformed("", "malformed-json", "The line is no JSON in UTF-8.")
                    .document());
        }
    }
}
