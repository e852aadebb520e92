package coop.parasol.contracts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A unit of measure of UN/CEFACT Recommendation 20, annexes II and III; {@code rec20.csv} has all of them.
 *
 * @param code {@code C62} one, {@code H87} piece, {@code SET} set, {@code PR} pair, {@code KGM} kilogram, {@code MTR} metre
 * @param decimals how many decimals a quantity in it has at most: 0 for what is counted, 6 for what is measured
 * @param name in English, as the recommendation has it
 */
public record UnitCode(String code, int decimals, String name) {

    private static final Map<String, UnitCode> ALL = read();

    /** The unit of that code; empty if the recommendation has none. */
    public static Optional<UnitCode> find(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** @throws IllegalArgumentException if the recommendation has no such code */
    public static UnitCode of(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unit must be a code of UN/CEFACT Recommendation 20 such as C62 (one), KGM (kilogram)"
                                + " or SET (set)"));
    }

    private static Map<String, UnitCode> read() {
        try (InputStream file = Objects.requireNonNull(UnitCode.class.getResourceAsStream("rec20.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(UnitCode::parse)
                    .collect(Collectors.toUnmodifiableMap(UnitCode::code, unit -> unit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnitCode parse(String line) {
        String[] cells = line.split(",", 3);
        String name = cells[2].startsWith("\"")
                ? cells[2].substring(1, cells[2].length() - 1).replace("\"\"", "\"")
                : cells[2];
        return new UnitCode(cells[0], Integer.parseInt(cells[1]), name);
    }
}
