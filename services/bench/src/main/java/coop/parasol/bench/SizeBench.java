package coop.parasol.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Measures whether something costs more where there is more: the same ways through databases of different sizes, which
 * take turns; the medians of the rounds, and of the rounds' ratios to the smallest size, count. Prints a table and, with
 * {@code -Dbench.file}, puts it there as a section of its own.
 */
public final class SizeBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final int WARMUP = Integer.getInteger("bench.warmup", 20);
    private static final int CLIENTS = 2;

    private final String heading;
    private final String sizesAre;
    private final String explained;
    private final Map<Integer, String> sizes = new LinkedHashMap<>();
    private final Map<String, IntPredicate> ways = new LinkedHashMap<>();
    private final Map<String, List<Rate>> rates = new LinkedHashMap<>();

    /** Ways per second, and the 99th percentile of one way in milliseconds. */
    private record Rate(double perSecond, double p99) {}

    /**
     * @param heading of the section; in lower case what {@code ./parasol bench} is called with
     * @param sizesAre the heading of the columns that say how large a size is
     * @param explained a sentence about what is measured
     */
    public SizeBench(String heading, String sizesAre, String explained) {
        this.heading = heading;
        this.sizesAre = sizesAre;
        this.explained = explained;
    }

    /** @param label what the table says in its columns of the size */
    public SizeBench size(int size, String label) {
        sizes.put(size, label);
        return this;
    }

    /** @param step one way in a size; false if there is nothing left to do */
    public SizeBench way(String name, IntPredicate step) {
        ways.put(name, step);
        return this;
    }

    /**
     * @param turnTo is told the size before it is measured
     * @param more what is to stand below the table
     */
    public void run(IntConsumer turnTo, Supplier<String> more) throws IOException {
        Locale.setDefault(Locale.ROOT);
        String machine = Machine.described();
        sizes.keySet().forEach(size -> {
            turnTo.accept(size);
            ways.values().forEach(step -> flatOut(step, size, Math.max(1, WARMUP / (sizes.size() * ways.size()))));
        });
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, IntPredicate> way : ways.entrySet()) {
                for (int size : sizes.keySet()) {
                    turnTo.accept(size);
                    Rate rate = flatOut(way.getValue(), size, SECONDS);
                    of(way.getKey(), size).add(rate);
                    System.out.printf(
                            "round %d: %s, %s: %.0f/s, p99 %.1f ms%n",
                            round, way.getKey(), sizes.get(size), rate.perSecond(), rate.p99());
                }
            }
        }
        String table = table(machine) + more.get();
        System.out.println(table);
        String file = System.getProperty("bench.file");
        if (file != null) {
            Section.put(Path.of(file), table);
        }
    }

    private List<Rate> of(String way, int size) {
        return rates.computeIfAbsent(way + " in " + size, any -> new ArrayList<>());
    }

    private static Rate flatOut(IntPredicate step, int size, int seconds) {
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        List<Double> millis = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    long from = System.nanoTime();
                    if (!step.test(size)) {
                        return;
                    }
                    synchronized (millis) {
                        millis.add((System.nanoTime() - from) / 1e6);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Rate(sorted.length / ((System.nanoTime() - begun) / 1e9), Quantiles.at(sorted, 0.99));
    }

    private String table(String machine) {
        StringBuilder table = new StringBuilder("## " + heading + "\n\n");
        table.append(
                ("`./parasol bench %s`, %d rounds of %d s, sizes in turn, %d clients, medians of the rounds and of the"
                                + " rounds' ratios to the smallest size; %s. %s%n%n")
                        .formatted(heading.toLowerCase(Locale.ROOT), ROUNDS, SECONDS, CLIENTS, machine, explained));
        table.append("| what | " + sizesAre
                + " | per second | p99 ms | throughput ratio (>= 0.85) | p99 ratio (<= 1.25) |\n");
        table.append("|---|" + "---|".repeat(sizesAre.split("\\|").length) + "---|---|---|---|\n");
        int first = sizes.keySet().iterator().next();
        for (String way : ways.keySet()) {
            sizes.forEach((size, label) -> table.append(row(way, label, of(way, size), of(way, first))));
        }
        return table.toString();
    }

    private static String row(String way, String label, List<Rate> these, List<Rate> base) {
        List<Double> throughput = new ArrayList<>();
        List<Double> latency = new ArrayList<>();
        for (int round = 0; round < these.size(); round++) {
            throughput.add(these.get(round).perSecond() / base.get(round).perSecond());
            latency.add(these.get(round).p99() / base.get(round).p99());
        }
        return "| %s | %s | %.0f | %.1f | %.2f | %.2f |%n"
                .formatted(
                        way,
                        label,
                        Quantiles.median(these.stream().map(Rate::perSecond).toList()),
                        Quantiles.median(these.stream().map(Rate::p99).toList()),
                        Quantiles.median(throughput),
                        Quantiles.median(latency));
    }
}
