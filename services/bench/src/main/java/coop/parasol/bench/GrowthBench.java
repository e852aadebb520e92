package coop.parasol.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Measures whether an operation costs more in a larger database: the same operations in databases of different sizes, which
 * take turns. What counts is the median of the rounds, and of the rounds' ratios to the smallest size. Prints a table and,
 * with the property {@code bench.file}, puts it into that Markdown file.
 */
public final class GrowthBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final int WARMUP = Integer.getInteger("bench.warmup", 20);
    private static final int CLIENTS = 2;

    private final String heading;
    private final String sizeColumns;
    private final String explanation;
    private final Map<Integer, String> sizes = new LinkedHashMap<>();
    private final Map<String, IntPredicate> operations = new LinkedHashMap<>();
    private final Map<String, List<Rate>> rates = new LinkedHashMap<>();

    /** Operations per second, and the 99th percentile of one operation in milliseconds. */
    private record Rate(double perSecond, double p99) {}

    /**
     * @param heading of the section; in lower case the argument of {@code ./parasol bench}
     * @param sizeColumns headings of the columns that say how large a size is
     * @param explanation a sentence about what is measured
     */
    public GrowthBench(String heading, String sizeColumns, String explanation) {
        this.heading = heading;
        this.sizeColumns = sizeColumns;
        this.explanation = explanation;
    }

    /** @param label what the table says in its columns of the size */
    public GrowthBench size(int size, String label) {
        sizes.put(size, label);
        return this;
    }

    /** @param operation does it once in the database of a size; false if nothing is left to do it with */
    public GrowthBench operation(String name, IntPredicate operation) {
        operations.put(name, operation);
        return this;
    }

    /**
     * @param useSize makes the database of a size the one that is used; called before it is measured
     * @param footer text below the table, asked for at the end
     */
    public void run(IntConsumer useSize, Supplier<String> footer) throws IOException {
        BenchReport report = new BenchReport();
        sizes.keySet().forEach(size -> {
            useSize.accept(size);
            int seconds = Math.max(1, WARMUP / (sizes.size() * operations.size()));
            operations.values().forEach(operation -> measure(operation, size, seconds));
        });
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, IntPredicate> operation : operations.entrySet()) {
                for (int size : sizes.keySet()) {
                    useSize.accept(size);
                    Rate rate = measure(operation.getValue(), size, SECONDS);
                    rates(operation.getKey(), size).add(rate);
                    System.out.printf(
                            "round %d: %s, %s: %.0f/s, p99 %.1f ms%n",
                            round, operation.getKey(), sizes.get(size), rate.perSecond(), rate.p99());
                }
            }
        }
        writeTable(report);
        report.append(footer.get()).publish(System.getProperty("bench.file"));
    }

    private List<Rate> rates(String operation, int size) {
        return rates.computeIfAbsent(operation + " in " + size, any -> new ArrayList<>());
    }

    /** The clients do the operation as often as they can for so many seconds. */
    private static Rate measure(IntPredicate operation, int size, int seconds) {
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        List<Double> millis = new ArrayList<>();
        Clients.run(CLIENTS, () -> {
            while (System.nanoTime() < end) {
                long from = System.nanoTime();
                if (!operation.test(size)) {
                    return;
                }
                synchronized (millis) {
                    millis.add((System.nanoTime() - from) / 1e6);
                }
            }
        });
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Rate(sorted.length / ((System.nanoTime() - begun) / 1e9), Quantiles.at(sorted, 0.99));
    }

    private void writeTable(BenchReport report) {
        String method =
                "%d rounds of %d s, sizes in turn, %d clients, medians of the rounds and of the rounds' ratios to the"
                                .formatted(ROUNDS, SECONDS, CLIENTS)
                        + " smallest size";
        report.heading(heading, method, explanation)
                .line("| what | " + sizeColumns
                        + " | per second | p99 ms | throughput ratio (>= 0.85) | p99 ratio (<= 1.25) |")
                .line("|---|" + "---|".repeat(sizeColumns.split("\\|").length) + "---|---|---|---|");
        int smallest = sizes.keySet().iterator().next();
        for (String operation : operations.keySet()) {
            sizes.forEach((size, label) ->
                    report.line(row(operation, label, rates(operation, size), rates(operation, smallest))));
        }
    }

    private static String row(String operation, String label, List<Rate> rates, List<Rate> base) {
        List<Double> throughput = new ArrayList<>();
        List<Double> latency = new ArrayList<>();
        for (int round = 0; round < rates.size(); round++) {
            throughput.add(rates.get(round).perSecond() / base.get(round).perSecond());
            latency.add(rates.get(round).p99() / base.get(round).p99());
        }
        return "| %s | %s | %.0f | %.1f | %.2f | %.2f |"
                .formatted(
                        operation,
                        label,
                        Quantiles.median(rates.stream().map(Rate::perSecond).toList()),
                        Quantiles.median(rates.stream().map(Rate::p99).toList()),
                        Quantiles.median(throughput),
                        Quantiles.median(latency));
    }
}
