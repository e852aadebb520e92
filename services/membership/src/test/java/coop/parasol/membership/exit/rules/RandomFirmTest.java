package coop.parasol.membership.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.books.ledger.rules.Entry;
import coop.parasol.membership.books.ledger.rules.PostingRules;
import coop.parasol.membership.exit.rules.ExitSettlement.Instalment;
import coop.parasol.membership.exit.rules.ExitSettlement.Valuation;
import coop.parasol.membership.sharevalue.rules.ShareValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A firm made of the rules alone, through thousands of random steps: joins, exits, surpluses, losses, debts, recalls, money
 * that the bank sends back, and a clock that jumps. What the rules decide keeps the laws of equal ownership at every step.
 */
class RandomFirmTest {

    private static final int STEPS = 5_000;
    private static final long PAR = 100_000;

    /** What a leaving member is still to get. */
    private static final class Leaver {
        private final UUID member;
        private final int place;
        private final Valuation value;
        private final LocalDate holdbackUntil;
        private long holdback;
        private long paid;
        private long applied;

        Leaver(UUID member, int place, Valuation value, LocalDate holdbackUntil) {
            this.member = member;
            this.place = place;
            this.value = value;
            this.holdbackUntil = holdbackUntil;
            this.holdback = value.holdback();
        }
    }

    private record Due(Leaver leaver, long amount, LocalDate on) {}

    /** What has gone to a leaver, and what the bank may send back. */
    private record Paid(Leaver leaver, UUID payment, int attempt, long entry, Entry booked) {}

    private final PaperBooks books = new PaperBooks();
    private final List<Paid> paid = new ArrayList<>();
    private final List<Paid> cameBack = new ArrayList<>();
    private final List<UUID> members = new ArrayList<>();
    private final List<Leaver> leavers = new ArrayList<>();
    private final List<Due> waiting = new ArrayList<>();
    private final Map<Integer, Long> releasedIn = new HashMap<>();
    private Random random = new Random();
    private ExitTerms terms = new ExitTerms(3, Period.ofMonths(3), 1_000, 12);
    private int cap = 2_000;
    private LocalDate today = LocalDate.of(2026, 11, 24);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2026, 16_300, 77_777})
    void over_thousands_of_steps_the_laws_of_equal_ownership_hold(long seed) {
        random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            step(seed, step);
        }
        terms = new ExitTerms(1, Period.ofMonths(1), 0, 0);
        for (int year = 0; year < 60 && isAnythingOpen(); year++) {
            today = RedemptionCap.nextYear(today);
            time();
        }

        for (Leaver leaver : leavers) {
            assertThat(leaver.paid + leaver.applied)
                    .as("seed %d: nobody is paid twice or short", seed)
                    .isEqualTo(leaver.value.payable() + leaver.value.holdback());
            assertThat(books.part(leaver.member, Account.EXIT_PAYABLE)).isZero();
            assertThat(books.part(leaver.member, Account.HOLDBACK)).isZero();
        }
        assertThat(books.replayed())
                .as("seed %d: the journal from zero gives the same books", seed)
                .isEqualTo(books.balances());
    }

    private boolean isAnythingOpen() {
        return !waiting.isEmpty() || !cameBack.isEmpty() || leavers.stream().anyMatch(leaver -> leaver.holdback > 0);
    }

    private void step(long seed, int step) {
        long value = value();
        int kind = random.nextInt(100);
        if (kind < 40 || members.isEmpty()) {
            join(value);
        } else if (kind < 70) {
            exit(value);
        } else if (kind < 85) {
            today = today.plusDays(random.nextInt(kind == 84 ? 500 : 40));
            time();
        } else {
            business(kind);
        }
        if (kind < 70 && !members.isEmpty() && members.size() > 1) {
            assertThat(value() - value)
                    .as("seed %d, step %d: v is unchanged up to the remainder", seed, step)
                    .isBetween(0L, value == PAR && books.entries() < 3 ? PAR : 1L);
        }
        assertThat(books.equity())
                .as("seed %d, step %d: net book value", seed, step)
                .isEqualTo(books.netAssets());
    }

    private void join(long value) {
        if (value <= 0) {
            return;
        }
        UUID member = new UUID(0, random.nextLong());
        members.add(member);
        Entry entry = PostingRules.buyInPaid(member, value, "UTR");
        books.post(entry);
        books.post(entry);
    }

    private void exit(long value) {
        if (members.size() < 2) {
            return;
        }
        UUID member = members.remove(random.nextInt(members.size()));
        UUID exit = new UUID(1, leavers.size());
        Valuation valued = ExitSettlement.value(
                value, -books.part(member, Account.PATRONAGE_CAPITAL), books.part(member, Account.MEMBER_DEBTS), terms);
        Leaver leaver = new Leaver(member, leavers.size(), valued, ExitSettlement.holdbackUntil(today, terms));
        leavers.add(leaver);
        Entry entry = PostingRules.exitValued(
                exit,
                member,
                new PostingRules.Settlement(
                        valued.equalShare(),
                        valued.patronageCapital(),
                        valued.debts(),
                        valued.holdback(),
                        valued.payable()));
        books.post(entry);
        books.post(entry);
        for (Instalment part : ExitSettlement.instalments(valued.payable(), today, terms)) {
            waiting.add(new Due(leaver, part.amount(), part.dueOn()));
        }
        time();
    }

    /** Holdbacks end, and what is due is paid as far as the cap reaches, in the order of asking. */
    private void time() {
        for (Leaver leaver : leavers) {
            if (leaver.holdback > 0 && !leaver.holdbackUntil.isAfter(today)) {
                books.post(PostingRules.holdbackReleased(new UUID(2, leaver.place), leaver.member, leaver.holdback));
                waiting.add(new Due(leaver, leaver.holdback, leaver.holdbackUntil));
                leaver.holdback = 0;
            }
        }
        BigDecimal most = BigDecimal.valueOf(books.equity() + settlements())
                .multiply(BigDecimal.valueOf(cap, 4))
                .max(BigDecimal.ONE);
        long room = RedemptionCap.of(books.equity(), settlements(), cap);
        List<Due> due = new ArrayList<>(waiting.stream()
                .filter(one -> !one.on().isAfter(today))
                .sorted(Comparator.comparingInt((Due one) -> one.leaver().place).thenComparing(Due::on))
                .toList());
        for (Due one : due) {
            long now = RedemptionCap.payableNow(one.amount(), room, releasedIn.getOrDefault(today.getYear(), 0L));
            if (now > 0) {
                waiting.remove(one);
                if (now < one.amount()) {
                    waiting.add(new Due(one.leaver(), one.amount() - now, one.on()));
                }
                long released = releasedIn.merge(today.getYear(), now, Long::sum);
                assertThat(cap == ExitTerms.ALL ? BigDecimal.ZERO : BigDecimal.valueOf(released))
                        .as("released in the year up to %s", today)
                        .isLessThanOrEqualTo(most);
                pay(one.leaver(), UUID.randomUUID(), 1, now);
            }
        }
        List<Paid> again = List.copyOf(cameBack);
        cameBack.clear();
        again.forEach(one -> pay(one.leaver(), one.payment(), one.attempt() + 1, amount(one)));
    }

    private void pay(Leaver leaver, UUID payment, int attempt, long amount) {
        leaver.paid += amount;
        String sourceDocument = attempt == 1 ? payment.toString() : payment + ":" + attempt;
        Entry entry = PostingRules.exitInstalmentPaid(sourceDocument, leaver.member, amount, "UTR");
        books.post(entry);
        paid.add(new Paid(leaver, payment, attempt, books.entries(), entry));
    }

    /** The bank sends it back, and says so twice: it is owed again, outside of the cap that it was released under. */
    private void sendBack() {
        if (!paid.isEmpty()) {
            Paid one = paid.remove(random.nextInt(paid.size()));
            long value = value();
            UUID payable = new UUID(one.attempt(), one.payment().getLeastSignificantBits());
            Entry entry = PostingRules.paymentReturned(
                    payable, one.leaver().member, one.entry(), one.booked().lines(), "R", "AC04");
            books.post(entry);
            books.post(entry);
            one.leaver().paid -= amount(one);
            cameBack.add(one);
            assertThat(value()).as("v does not move").isEqualTo(value);
        }
    }

    private static long amount(Paid one) {
        return one.booked().lines().stream()
                .mapToLong(Entry.Line::amount)
                .filter(amount -> amount > 0)
                .sum();
    }

    private void business(int kind) {
        UUID member = members.get(random.nextInt(members.size()));
        long amount = 1L + random.nextInt(5_000);
        switch (kind) {
            case 85, 86, 87 -> books.other(Account.BANK, null, Account.PATRONAGE_CAPITAL, member, amount);
            case 88, 89 -> books.other(Account.MEMBER_DEBTS, member, Account.BANK, null, amount);
            case 90, 91 -> books.other(Account.BANK, null, Account.INDIVISIBLE_RESERVE, null, amount);
            case 92 -> loss(amount);
            case 93 ->
                terms = new ExitTerms(
                        1 + random.nextInt(6), Period.ofMonths(2), random.nextInt(3_000), random.nextInt(24));
            case 94 -> cap = 200 + random.nextInt(9_801);
            case 95, 96 -> sendBack();
            default -> recall(amount);
        }
    }

    private void loss(long amount) {
        long bearable = Math.max(0, books.equity() - settlements()) / 100;
        long loss = Math.min(amount, bearable);
        if (loss > 0) {
            books.other(Account.EQUAL_SHARE_CAPITAL, null, Account.BANK, null, loss);
        }
    }

    private void recall(long amount) {
        List<Leaver> held =
                leavers.stream().filter(leaver -> leaver.holdback > 0).toList();
        if (!held.isEmpty()) {
            Leaver leaver = held.get(random.nextInt(held.size()));
            long charged = Math.min(amount, leaver.holdback);
            leaver.holdback -= charged;
            leaver.applied += charged;
            books.post(PostingRules.holdbackApplied(UUID.randomUUID(), leaver.member, charged));
        }
    }

    private long value() {
        return ShareValue.of(
                books.equity(),
                -books.balance(Account.INDIVISIBLE_RESERVE),
                -books.balance(Account.PATRONAGE_CAPITAL),
                members.size(),
                PAR);
    }

    private long settlements() {
        return leavers.stream()
                .filter(leaver -> leaver.paid + leaver.applied < leaver.value.payable() + leaver.value.holdback())
                .mapToLong(leaver -> leaver.value.payable() + leaver.value.holdback())
                .sum();
    }
}
