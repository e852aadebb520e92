package coop.parasol.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Reads a body line by line. No line keeps the others from being read. */
final class BodyLines<T> {

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
    private final LineReader<T> reader;
    /** What has come of the body and is not in a line yet: from {@code position} to {@code limit}. */
    private final byte[] buffer = new byte[BUFFER_BYTES];

    private int position;
    private int limit;
    /** What has come of a line whose end has not. */
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private boolean lineIsTooLong;
    private boolean ended;
    private int lines;
    private int pausesLeft;

    BodyLines(InputStream body, LineReader<T> reader) {
        this.body = body;
        this.reader = reader;
    }

    /**
     * An item.
     *
     * @param line its number in the body, from 1, with the lines that have no item
     */
    record Numbered<T>(int line, ReadItem<T> item) {}

    /** How many lines have been read. */
    int lines() {
        return lines;
    }

    /**
     * The next items: as many as have come whole, so that a caller who waits for their answers gets them, but at least one and at
     * most so many. Waits for the first; empty at the end.
     *
     * @throws BoundedBody.TooLarge behind the last line that ends within the limit of the body
     */
    List<Numbered<T>> next(int maxItems) throws IOException {
        List<Numbered<T>> items = new ArrayList<>();
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

    private void fill(List<Numbered<T>> items) throws IOException {
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
    private void addBytes(List<Numbered<T>> items) {
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

    private void endLine(List<Numbered<T>> items) {
        lines++;
        if (lineIsTooLong) {
            items.add(new Numbered<>(lines, tooLong()));
        } else {
            reader.read(line.toByteArray()).ifPresent(item -> items.add(new Numbered<>(lines, item)));
        }
        line.reset();
        lineIsTooLong = false;
    }

    private static <T> ReadItem<T> tooLong() {
        return new ReadItem.Invalid<>(
                Problem.of(TOO_LARGE, "too-large", "body", "A line has at most " + MAX_LINE_BYTES + " bytes here.")
                        .document());
    }
}
