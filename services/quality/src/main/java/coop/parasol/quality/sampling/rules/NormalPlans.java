package coop.parasol.quality.sampling.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Single sampling plans for normal inspection: MIL-STD-105E, table II-A. */
final class NormalPlans {

    /** Acceptable quality limits, the columns: per cent nonconforming, above 10 defects per hundred units. */
    static final List<BigDecimal> AQLS = Stream.of(
                    ("0.010 0.015 0.025 0.040 0.065 0.10 0.15 0.25 0.40 0.65 1.0 1.5 2.5 4.0 6.5 10 15 25 40 65"
                                    + " 100 150 250 400 650 1000")
                            .split(" "))
            .map(BigDecimal::new)
            .toList();

    /** Code letter, sample size, and per AQL the acceptance number or an arrow: v to the next row, ^ to the one before. */
    private static final List<Row> ROWS =
            """
        A    2   v  v  v  v  v  v  v  v  v  v  v  v  v  v  0  v  v  1  2  3  5  7 10 14 21 30
        B    3   v  v  v  v  v  v  v  v  v  v  v  v  v  0  ^  v  1  2  3  5  7 10 14 21 30 44
        C    5   v  v  v  v  v  v  v  v  v  v  v  v  0  ^  v  1  2  3  5  7 10 14 21 30 44  ^
        D    8   v  v  v  v  v  v  v  v  v  v  v  0  ^  v  1  2  3  5  7 10 14 21 30 44  ^  ^
        E   13   v  v  v  v  v  v  v  v  v  v  0  ^  v  1  2  3  5  7 10 14 21 30 44  ^  ^  ^
        F   20   v  v  v  v  v  v  v  v  v  0  ^  v  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^
        G   32   v  v  v  v  v  v  v  v  0  ^  v  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^  ^
        H   50   v  v  v  v  v  v  v  0  ^  v  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^  ^  ^
        J   80   v  v  v  v  v  v  0  ^  v  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^  ^  ^  ^
        K  125   v  v  v  v  v  0  ^  v  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^
        L  200   v  v  v  v  0  ^  v  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^
        M  315   v  v  v  0  ^  v  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^
        N  500   v  v  0  ^  v  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^
        P  800   v  0  ^  v  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^
        Q 1250   0  ^  v  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^
        R 2000   ^  ^  1  2  3  5  7 10 14 21  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^  ^
        """.lines().filter(line -> !line.isBlank()).map(Row::parse).toList();

    private NormalPlans() {}

    /** One code letter. */
    private record Row(char letter, int sampleSize, List<String> cells) {
        static Row parse(String line) {
            List<String> cells = List.of(line.strip().split(" +"));
            return new Row(cells.get(0).charAt(0), Integer.parseInt(cells.get(1)), cells.subList(2, cells.size()));
        }
    }

    /** A plan as the table gives it: following an arrow changes the sample size as well as the acceptance number. */
    record Cell(char letter, int sampleSize, int acceptance) {}

    static Cell plan(char letter, BigDecimal aql) {
        int column = column(aql);
        int row = row(letter);
        String cell = ROWS.get(row).cells().get(column);
        while (cell.equals("v") || cell.equals("^")) {
            row += cell.equals("v") ? 1 : -1;
            cell = ROWS.get(row).cells().get(column);
        }
        return new Cell(ROWS.get(row).letter(), ROWS.get(row).sampleSize(), Integer.parseInt(cell));
    }

    static boolean isAql(BigDecimal aql) {
        return AQLS.stream().anyMatch(known -> known.compareTo(aql) == 0);
    }

    private static int column(BigDecimal aql) {
        for (int i = 0; i < AQLS.size(); i++) {
            if (AQLS.get(i).compareTo(aql) == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("the table has no AQL " + aql);
    }

    private static int row(char letter) {
        for (int i = 0; i < ROWS.size(); i++) {
            if (ROWS.get(i).letter() == letter) {
                return i;
            }
        }
        throw new IllegalArgumentException("the table has no letter " + letter);
    }
}
