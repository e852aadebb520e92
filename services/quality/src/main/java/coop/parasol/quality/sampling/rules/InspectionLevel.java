package coop.parasol.quality.sampling.rules;

import java.util.Optional;

/**
 * How much is inspected in relation to the lot size (MIL-STD-105E, table I): the general levels I to III, II unless a
 * standard says otherwise, and the special levels S-1 to S-4 for small samples.
 */
public enum InspectionLevel {
    S_1("S-1", 1),
    S_2("S-2", 2),
    S_3("S-3", 3),
    S_4("S-4", 4),
    I("I", 5),
    II("II", 6),
    III("III", 7);

    private final String text;
    private final int column;

    InspectionLevel(String text, int column) {
        this.text = text;
        this.column = column;
    }

    public String text() {
        return text;
    }

    int column() {
        return column;
    }

    public static Optional<InspectionLevel> of(String text) {
        for (InspectionLevel level : values()) {
            if (level.text.equals(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
