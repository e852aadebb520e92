package coop.parasol.firm;

import coop.parasol.firm.rules.TaxNumberCheck;
import coop.parasol.firm.rules.TaxNumberFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The formats of tax numbers that are known, country by country, from the file {@code tax-numbers.txt} beside this class. */
public final class TaxNumbers {

    private static final Map<String, TaxNumberFormat> FORMATS = read();

    private TaxNumbers() {}

    /** The format of a country's numbers; empty where none is known, so that any number is taken. */
    public static Optional<TaxNumberFormat> of(String country) {
        return Optional.ofNullable(FORMATS.get(country));
    }

    /** All formats, by country. */
    public static Collection<TaxNumberFormat> all() {
        return FORMATS.values();
    }

    private static Map<String, TaxNumberFormat> read() {
        try (InputStream file = TaxNumbers.class.getResourceAsStream("tax-numbers.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(cells -> new TaxNumberFormat(
                            cells[0], Pattern.compile(cells[1]), TaxNumberCheck.valueOf(cells[2]), cells[3]))
                    .collect(Collectors.toMap(
                            TaxNumberFormat::country, each -> each, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException("the formats of tax numbers cannot be read", e);
        }
    }
}
