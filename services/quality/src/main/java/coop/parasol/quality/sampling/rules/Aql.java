package coop.parasol.quality.sampling.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Acceptable quality limits (AQL) of MIL-STD-105E: per cent nonconforming, above 10 defects per hundred units. */
public final class Aql {

    /** From the tightest to the loosest; the columns of the master tables. */
    public static final List<BigDecimal> ALL = Stream.of(
                    ("0.010 0.015 0.025 0.040 0.065 0.10 0.15 0.25 0.40 0.65 1.0 1.5 2.5 4.0 6.5 10 15 25 40 65"
                                    + " 100 150 250 400 650 1000")
                            .split(" "))
            .map(BigDecimal::new)
            .toList();

    private Aql() {}

    /** Whether the tables have a column of this limit, however many zeros it is written with. */
    public static boolean isTabulated(BigDecimal aql) {
        return ALL.stream().anyMatch(known -> known.compareTo(aql) == 0);
    }

    /** The next tighter limit; none below 0.010. */
    static Optional<BigDecimal> tighter(BigDecimal aql) {
        int column = column(aql);
        return column == 0 ? Optional.empty() : Optional.of(ALL.get(column - 1));
    }

    static int column(BigDecimal aql) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).compareTo(aql) == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("the tables have no AQL " + aql);
    }
}
