package coop.parasol.membership.exit;

import coop.parasol.bench.GrowthBench;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.buyin.Joining;
import coop.parasol.membership.share.ShareCount;
import coop.parasol.membership.treasury.payment.PaidPayable;
import coop.parasol.membership.treasury.payment.PaymentLedger;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/**
 * Measures joins, exits and postings per second in firms of different sizes: whole ways through the use cases on the real
 * database, every step a transaction with its events. Run by {@code ./parasol bench membership}.
 */
@QuarkusTest
class MembershipBench {

    /** Members and entries of each firm; the first is what the others are compared with. */
    private static final Map<Integer, Integer> SIZES = new LinkedHashMap<>();

    static {
        SIZES.put(1_000, 1_000);
        SIZES.put(16_300, 163_000);
        SIZES.put(100_000, 1_000_000);
        SIZES.keySet().removeIf(members -> members > Integer.getInteger("bench.largest", 100_000));
    }

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
    PaymentLedger paymentLedger;

    @Inject
    ExitPaymentListener onPaid;

    @Inject
    FirmCurrency currency;

    @Inject
    ShareCount shareCount;

    @Inject
    Journal journal;

    private final Map<Integer, Queue<UUID>> joined = new LinkedHashMap<>();

    @Test
    void measure() throws IOException, SQLException {
        GrowthBench bench = new GrowthBench(
                "Membership",
                "members | entries before",
                "A join is three transactions, an exit five, each with its events.");
        for (Map.Entry<Integer, Integer> size : SIZES.entrySet()) {
            long begun = System.nanoTime();
            firms.found(size.getKey(), size.getValue());
            joined.put(size.getKey(), new ConcurrentLinkedQueue<>());
            bench.size(size.getKey(), "%,d | %,d".formatted(size.getKey(), size.getValue()));
            System.out.printf(
                    "founded %,d members and %,d entries in %.0f s%n",
                    size.getKey(), size.getValue(), (System.nanoTime() - begun) / 1e9);
        }
        bench.operation("joins", this::join)
                .operation("exits", this::exit)
                .operation("postings", this::posting)
                .run(size -> {}, this::closes);
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
                System.out.printf("close %d of %,d members: %.1f s%n", round, size, seconds.getLast());
            }
            double median = seconds.stream().sorted().toList().get(CLOSES / 2);
            rows.append("| close of %,d members | %.1f | %.2f |%n".formatted(size, median, 1_000 * median / size));
        }
        return rows.toString();
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

    /** Requested, cleared by three, valued, paid, left; of those who have joined, so that the firm keeps its size. */
    private boolean exit(int size) {
        UUID member = queue(size).poll();
        if (member == null) {
            return false;
        }
        UUID exit = firms.in(
                size,
                () -> requestExit.request(member, null, List.of(), ExitScenario.CAUSE)
                                instanceof RequestExit.Requested requested
                        ? requested.exit().id
                        : new UUID(0, 0));
        for (Clearance clearance : Clearance.values()) {
            firms.in(size, () -> {
                clearExit.clear(exit, clearance, ExitScenario.CAUSE);
                return true;
            });
        }
        firms.in(size, () -> {
            shareCount.lock();
            ExitPayment due = ExitPayment.of(exit).getFirst();
            PaidPayable paid = new PaidPayable(
                    UUID.randomUUID(), PayableKind.EXIT, due.id, 1, member, currency.money(due.amount), "UTR");
            paymentLedger.postPayment(paid, ExitScenario.CAUSE);
            onPaid.paid(paid, ExitScenario.CAUSE);
            return true;
        });
        return true;
    }

    private boolean posting(int size) {
        return firms.in(
                size,
                () -> journal.post(
                                new Entry.Builder()
                                        .debit(Account.BANK, 100)
                                        .credit(Account.POOL_RECEIPTS, 100)
                                        .build("PaymentReceived", UUID.randomUUID(), null, "UTR"),
                                ExitScenario.CAUSE)
                        > 0);
    }

    private Queue<UUID> queue(int size) {
        return joined.computeIfAbsent(size, any -> new ConcurrentLinkedQueue<>());
    }
}
