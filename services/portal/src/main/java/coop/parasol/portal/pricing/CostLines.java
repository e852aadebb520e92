package coop.parasol.portal.pricing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the costs of a pool as people paste them: a line each with what was paid for, the document that proves it and the amount. */
final class CostLines {

    private static final int EVIDENCE = 1;
    private static final int AMOUNT = 2;

    private CostLines() {}

    /** The costs; what is wrong with them is said by the service. */
    static List<PricingClient.NewCost> costs(String text, @Nullable String currency) {
        return cells(text).stream()
                .map(row -> new PricingClient.NewCost(
                        at(row, 0), at(row, EVIDENCE), new PricingClient.Sum(at(row, AMOUNT), currency)))
                .toList();
    }

    /** The cells of every line that has something on it. */
    private static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank()) {
                rows.add(List.of(line.strip().split("\\s*[,;\\t]\\s*")));
            }
        }
        return rows;
    }

    private static @Nullable String at(List<String> row, int column) {
        return column < row.size() && !row.get(column).isEmpty() ? row.get(column) : null;
    }
}
