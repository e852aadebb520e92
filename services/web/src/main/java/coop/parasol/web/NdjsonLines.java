package coop.parasol.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads newline-delimited JSON: one value a line, blank lines left out. No line keeps the others from being read. */
final class NdjsonLines<T> {

    static final int MAX_LINE_BYTES = 16_384;

    private static final int TOO_LARGE = 413;
    private static final int BUFFER_BYTES = 65_536;

    private final InputStream body;
    private final ObjectReader reader;
    private boolean ended;

    NdjsonLines(InputStream body, ObjectReader reader) {
        this.body = new BufferedInputStream(body, BUFFER_BYTES);
        this.reader = reader;
    }

    /**
     * The next items: as many as have come, so that a caller who waits for their answers gets them, but at least one and at most
     * so many. Waits for the first; empty at the end.
     */
    List<ReadItem<T>> next(int maxItems) throws IOException {
        List<ReadItem<T>> items = new ArrayList<>();
        while (!ended && items.size() < maxItems && (items.isEmpty() || body.available() > 0)) {
            addLine(items);
        }
        return items;
    }

    private void addLine(List<ReadItem<T>> items) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long bytes = 0;
        int next = body.read();
        while (next >= 0 && next != '\n') {
            bytes++;
            if (bytes <= MAX_LINE_BYTES) {
                line.write(next);
            }
            next = body.read();
        }
        ended = next < 0;
        if (bytes > MAX_LINE_BYTES) {
            items.add(new ReadItem.Invalid<>(
                    Problem.of(TOO_LARGE, "too-large", "body", "A line has at most " + MAX_LINE_BYTES + " bytes here.")
                            .document()));
        } else if (!isBlank(line.toByteArray())) {
            items.add(read(line.toByteArray()));
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private ReadItem<T> read(byte[] line) throws IOException {
        try {
            T value = reader.readValue(line);
            return value == null
                    ? new ReadItem.Invalid<>(
                            Problem.malformed("", "malformed-field", "Something is needed here, not null.")
                                    .document())
                    : new ReadItem.Valid<>(value);
        } catch (JsonProcessingException e) {
            return new ReadItem.Invalid<>(ProblemMappers.fromJson(e).document());
        }
    }
}
