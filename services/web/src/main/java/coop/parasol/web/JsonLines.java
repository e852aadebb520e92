package coop.parasol.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Optional;

/** Reads newline-delimited JSON: one value a line, blank lines left out. */
final class JsonLines<T> implements LineReader<T> {

    private final ObjectReader reader;

    JsonLines(ObjectReader reader) {
        this.reader = reader;
    }

    @Override
    public Optional<ReadItem<T>> read(byte[] line) {
        return isBlank(line) ? Optional.empty() : Optional.of(value(line));
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private ReadItem<T> value(byte[] text) {
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
