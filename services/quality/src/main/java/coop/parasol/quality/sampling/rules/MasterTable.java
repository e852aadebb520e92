package coop.parasol.quality.sampling.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One of MIL-STD-105E's master tables for single sampling: II-A normal, II-B tightened, II-C reduced. The tables are data,
 * beside this class: a line per code letter with its sample size and, per AQL, {@code acceptance/rejection} or an arrow to
 * the next line ({@code v}) or the one before ({@code ^}).
 */
final class MasterTable {

    private static final MasterTable NORMAL = read("II-A-normal.txt");
    private static final MasterTable TIGHTENED = read("II-B-tightened.txt");
    private static final MasterTable REDUCED = read("II-C-reduced.txt");

    private final List<Row> rows;

    private MasterTable(List<Row> rows) {
        this.rows = rows;
    }

    /** The row of a code letter. */
    private record Row(char letter, int sampleSize, List<String> cells) {
        static Row parse(String line) {
            List<String> cells = List.of(line.strip().split(" +"));
            return new Row(cells.get(0).charAt(0), Integer.parseInt(cells.get(1)), cells.subList(2, cells.size()));
        }
    }

    /** A plan as the table gives it, after following arrows: the sample size changes with the numbers. */
    record Cell(char letter, int sampleSize, int acceptance, int rejection) {}

    static MasterTable of(Severity severity) {
        return switch (severity) {
            case NORMAL -> NORMAL;
            case TIGHTENED -> TIGHTENED;
            case REDUCED -> REDUCED;
        };
    }

    /** The plan of a code letter and an AQL, after following the table's arrows. */
    Cell plan(char letter, BigDecimal aql) {
        int column = Aql.column(aql);
        int row = row(letter);
        String cell = rows.get(row).cells().get(column);
        while (cell.equals("v") || cell.equals("^")) {
            row += cell.equals("v") ? 1 : -1;
            cell = rows.get(row).cells().get(column);
        }
        String[] numbers = cell.split("/");
        return new Cell(
                rows.get(row).letter(),
                rows.get(row).sampleSize(),
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]));
    }

    private int row(char letter) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).letter() == letter) {
                return i;
            }
        }
        throw new IllegalArgumentException("the table has no letter " + letter);
    }

    private static MasterTable read(String name) {
        try (InputStream file = Objects.requireNonNull(MasterTable.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return new MasterTable(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
