package coop.parasol.membership.exit;

import coop.parasol.membership.Firm;
import coop.parasol.membership.ledger.Journal;
import coop.parasol.membership.ledger.rules.Account;
import coop.parasol.membership.ledger.rules.Entry;
import coop.parasol.membership.member.Joining;
import coop.parasol.membership.member.Member;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * Measures joins, exits and postings per second in firms of different sizes: whole ways through the use cases on the real
 * database, every step a transaction with its events. The sizes take turns; the median of the rounds counts. Prints a table
 * and, with {@code -Dbench.file}, puts it there as the section "Membership". Run by {@code ./parasol bench membership}.
 */
@QuarkusTest
class MembershipBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final int WARMUP = Integer.getInteger("bench.warmup", 20);
    private static final int CLIENTS = 2;

    /** Members and entries of each firm; the first is what the others are compared with. */
    private static final Map<Integer, Integer> SIZES = new LinkedHashMap<>();

    static {
        SIZES.put(1_000, 1_000);
        SIZES.put(16_300, 163_000);
        SIZES.put(100_000, 1_000_000);
        SIZES.keySet().removeIf(members -> members > Integer.getInteger("bench.largest", 100_000));
    }

    private static final List<String> WAYS = List.of("joins", "exits", "postings");
    private static final int CLOSES = Integer.getInteger("bench.closes", 3);

    @Inject
    BenchFirm firms;

    @Inject
    BenchClose closes;

    @Inject
    Joining joining;

    @Inject
    RequestExit requestExit;

    @Inject
    ClearExit clearExit;

    @Inject
    OnExitPaymentPaid onPaid;

    @Inject
    Firm firm;

    @Inject
    Journal journal;

    private final Map<Integer, Queue<UUID>> joined = new LinkedHashMap<>();

    /** Ways per second, and the 99th percentile of one way in milliseconds. */
    private record Rate(double perSecond, double p99) {}

    @Test
    void measure() throws IOException, SQLException {
        Locale.setDefault(Locale.ROOT);
        for (Map.Entry<Integer, Integer> size : SIZES.entrySet()) {
            long begun = System.nanoTime();
            firms.found(size.getKey(), size.getValue());
            joined.put(size.getKey(), new ConcurrentLinkedQueue<>());
            say("founded %,d members and %,d entries in %.0f s"
                    .formatted(size.getKey(), size.getValue(), (System.nanoTime() - begun) / 1e9));
        }
        SIZES.keySet().forEach(size -> WAYS.forEach(way -> flatOut(way, size, Math.max(1, WARMUP / 9))));
        Map<String, List<Rate>> rates = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String way : WAYS) {
                for (int size : SIZES.keySet()) {
                    Rate rate = flatOut(way, size, SECONDS);
                    rates.computeIfAbsent(way + size, any -> new ArrayList<>()).add(rate);
                    say("round %d: %s with %,d members: %.0f/s, p99 %.1f ms"
                            .formatted(round, way, size, rate.perSecond(), rate.p99()));
                }
            }
        }
        String table = table(rates) + closes();
        System.out.println(table);
        String file = System.getProperty("bench.file");
        if (file != null) {
            put(Path.of(file), table);
        }
    }

    /** The year's end of the paper's largest network: every member gets a bonus, in one transaction. */
    private String closes() {
        StringBuilder rows = new StringBuilder(
                ("%nA period close in which every member gets a bonus: an entry, a payable and an event for each, in one"
                                + " transaction; median of %d closes.%n%n| what | seconds | per member, ms |%n|---|---|---|%n")
                        .formatted(CLOSES));
        for (int size : List.of(1_000, 16_300)) {
            List<Double> seconds = new ArrayList<>();
            for (int round = 0; round < CLOSES; round++) {
                seconds.add(closes.close(size, round));
                say("close %d of %,d members: %.1f s".formatted(round, size, seconds.getLast()));
            }
            double median = median(seconds);
            rows.append("| close of %,d members | %.1f | %.2f |%n".formatted(size, median, 1_000 * median / size));
        }
        return rows.toString();
    }

    private Rate flatOut(String way, int size, int seconds) {
        BooleanSupplier step = switch (way) {
            case "joins" -> () -> join(size);
            case "exits" -> () -> exit(size);
            default -> () -> posting(size);
        };
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        List<Double> millis = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    long from = System.nanoTime();
                    if (!step.getAsBoolean()) {
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
        return new Rate(sorted.length / ((System.nanoTime() - begun) / 1e9), at(sorted, 0.99));
    }

    /** Applied, admitted, paid. */
    private boolean join(int size) {
        UUID member = firms.in(size, joining::apply);
        firms.in(size, () -> {
            joining.admit(member);
            return true;
        });
        firms.in(size, () -> {
            joining.buyIn(member);
            return true;
        });
        return queue(size).add(member);
    }

    /** Asked, cleared by three, valued, paid, left; of those who have joined, so that the firm keeps its size. */
    private boolean exit(int size) {
        UUID member = queue(size).poll();
        if (member == null) {
            return false;
        }
        UUID exit = firms.in(
                size,
                () -> requestExit.ask(Member.lock(member).orElseThrow(), null, Ways.CAUSE)
                                instanceof RequestExit.Asked asked
                        ? asked.exit().id
                        : new UUID(0, 0));
        for (Steps.Step clearance : List.of(
                Steps.Step.CLEARED_BY_PRODUCTION, Steps.Step.CLEARED_BY_QUALITY, Steps.Step.CLEARED_BY_DISTRIBUTION)) {
            firms.in(size, () -> {
                clearExit.clear(exit, clearance, Ways.CAUSE);
                return true;
            });
        }
        firms.in(size, () -> {
            firm.lock();
            ExitPayment due = ExitPayment.of(exit).getFirst();
            onPaid.paid(due.id, member, firm.money(due.amount), "UTR", Ways.CAUSE);
            return true;
        });
        return true;
    }

    private boolean posting(int size) {
        return firms.in(
                size,
                () -> journal.post(
                                new Entry.Draft()
                                        .debit(Account.BANK, 100)
                                        .credit(Account.POOL_RECEIPTS, 100)
                                        .entry("PaymentReceived", UUID.randomUUID(), null, "UTR"),
                                Ways.CAUSE)
                        > 0);
    }

    private Queue<UUID> queue(int size) {
        return joined.computeIfAbsent(size, any -> new ConcurrentLinkedQueue<>());
    }

    private static String table(Map<String, List<Rate>> rates) {
        StringBuilder table = new StringBuilder("## Membership\n\n");
        table.append(
                ("`./parasol bench membership`, %d rounds of %d s, sizes in turn, %d clients, medians of the rounds and of the"
                                + " rounds' ratios to the smallest firm; %d processors. A join is three transactions, an exit five, each"
                                + " with its events.%n%n")
                        .formatted(
                                ROUNDS, SECONDS, CLIENTS, Runtime.getRuntime().availableProcessors()));
        table.append(
                "| what | members | entries before | per second | p99 ms | throughput ratio (>= 0.85) | p99 ratio (<= 1.25) |\n");
        table.append("|---|---|---|---|---|---|---|\n");
        int first = SIZES.keySet().iterator().next();
        for (String way : WAYS) {
            List<Rate> base = List.copyOf(rates.getOrDefault(way + first, List.of()));
            SIZES.forEach((members, entries) -> {
                List<Rate> these = rates.getOrDefault(way + members, List.of());
                List<Double> throughput = new ArrayList<>();
                List<Double> latency = new ArrayList<>();
                for (int round = 0; round < these.size(); round++) {
                    throughput.add(
                            these.get(round).perSecond() / base.get(round).perSecond());
                    latency.add(these.get(round).p99() / base.get(round).p99());
                }
                table.append("| %s | %,d | %,d | %.0f | %.1f | %.2f | %.2f |%n"
                        .formatted(
                                way,
                                members,
                                entries,
                                median(these.stream().map(Rate::perSecond).toList()),
                                median(these.stream().map(Rate::p99).toList()),
                                median(throughput),
                                median(latency)));
            });
        }
        return table.toString();
    }

    private static void say(String text) {
        System.out.println(text);
    }

    private static double at(double[] sorted, double quantile) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * quantile))];
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return at(sorted, 0.5 - 0.5 / Math.max(1, sorted.length));
    }

    /** Replaces the section of the same heading, or adds it at the end. */
    private static void put(Path file, String section) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "# Benchmarks\n";
        String heading = section.substring(0, section.indexOf('\n'));
        int begin = (text + '\n').indexOf(heading + '\n');
        if (begin < 0) {
            Files.writeString(file, text.stripTrailing() + "\n\n" + section);
            return;
        }
        int end = text.indexOf("\n## ", begin + 1);
        Files.writeString(file, text.substring(0, begin) + section + (end < 0 ? "" : text.substring(end)));
    }
}
