package coop.parasol.membership.exit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.exit.rules.ExitSettlement.Instalment;
import coop.parasol.membership.exit.rules.ExitSettlement.Valuation;
import coop.parasol.membership.ledger.rules.Account;
import coop.parasol.membership.ledger.rules.Bookings;
import coop.parasol.membership.ledger.rules.Entry;
import coop.parasol.membership.share.rules.ShareValue;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A firm made of the rules alone, through thousands of random steps: joins, exits, surpluses, losses, debts, recalls, and a
 * clock that jumps. What the rules decide keeps the laws of equal ownership at every step.
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

    private final List<Entry> journal = new ArrayList<>();
    private final Map<Account, Long> balances = new EnumMap<>(Account.class);
    private final Map<UUID, Map<Account, Long>> parts = new HashMap<>();
    private final Set<String> booked = new HashSet<>();
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
            assertThat(part(leaver.member, Account.EXIT_PAYABLE)).isZero();
            assertThat(part(leaver.member, Account.HELD_BACK)).isZero();
        }
        assertThat(replayed())
                .as("seed %d: the journal from zero gives the same books", seed)
                .isEqualTo(balances);
    }

    private boolean isAnythingOpen() {
        return !waiting.isEmpty() || leavers.stream().anyMatch(leaver -> leaver.holdback > 0);
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
                    .isBetween(0L, value == PAR && journal.size() < 3 ? PAR : 1L);
        }
        assertThat(equity()).as("seed %d, step %d: net book value", seed, step).isEqualTo(netAssets());
        releasedIn.forEach((year, released) -> assertThat(released).isNotNegative());
    }

    private void join(long value) {
        if (value <= 0) {
            return;
        }
        UUID member = new UUID(0, random.nextLong());
        members.add(member);
        Entry entry = Bookings.buyIn(member, value, "UTR");
        post(entry);
        post(entry);
    }

    private void exit(long value) {
        if (members.size() < 2) {
            return;
        }
        UUID member = members.remove(random.nextInt(members.size()));
        UUID exit = new UUID(1, leavers.size());
        Valuation valued = ExitSettlement.value(
                value, -part(member, Account.PATRONAGE_CAPITAL), part(member, Account.MEMBER_DEBTS), terms);
        Leaver leaver = new Leaver(member, leavers.size(), valued, ExitSettlement.holdbackUntil(today, terms));
        leavers.add(leaver);
        Entry entry = Bookings.valued(
                exit,
                member,
                new Bookings.Settlement(
                        valued.equalShare(),
                        valued.patronageCapital(),
                        valued.debts(),
                        valued.holdback(),
                        valued.payable()));
        post(entry);
        post(entry);
        for (Instalment part : ExitSettlement.instalments(valued.payable(), today, terms)) {
            waiting.add(new Due(leaver, part.amount(), part.dueOn()));
        }
        time();
    }

    /** Holdbacks end, and what is due is paid as far as the cap reaches, in the order of asking. */
    private void time() {
        for (Leaver leaver : leavers) {
            if (leaver.holdback > 0 && !leaver.holdbackUntil.isAfter(today)) {
                post(Bookings.holdbackReleased(new UUID(2, leaver.place), leaver.member, leaver.holdback));
                waiting.add(new Due(leaver, leaver.holdback, leaver.holdbackUntil));
                leaver.holdback = 0;
            }
        }
        long room = RedemptionCap.of(equity(), settlements(), cap);
        List<Due> due = new ArrayList<>(waiting.stream()
                .filter(one -> !one.on().isAfter(today))
                .sorted(Comparator.comparingInt((Due one) -> one.leaver().place).thenComparing(Due::on))
                .toList());
        for (Due one : due) {
            long now = RedemptionCap.now(one.amount(), room, releasedIn.getOrDefault(today.getYear(), 0L));
            if (now > 0) {
                waiting.remove(one);
                if (now < one.amount()) {
                    waiting.add(new Due(one.leaver(), one.amount() - now, one.on()));
                }
                releasedIn.merge(today.getYear(), now, Long::sum);
                one.leaver().paid += now;
                post(Bookings.exitPaid(UUID.randomUUID(), one.leaver().member, now, "UTR"));
            }
        }
    }

    private void business(int kind) {
        UUID member = members.get(random.nextInt(members.size()));
        long amount = 1L + random.nextInt(5_000);
        switch (kind) {
            case 85, 86, 87 -> other(Account.BANK, null, Account.PATRONAGE_CAPITAL, member, amount);
            case 88, 89 -> other(Account.MEMBER_DEBTS, member, Account.BANK, null, amount);
            case 90, 91 -> other(Account.BANK, null, Account.INDIVISIBLE_RESERVE, null, amount);
            case 92 -> loss(amount);
            case 93 ->
                terms = new ExitTerms(
                        1 + random.nextInt(6), Period.ofMonths(2), random.nextInt(3_000), random.nextInt(24));
            case 94 -> cap = 200 + random.nextInt(9_801);
            default -> recall(amount);
        }
    }

    private void loss(long amount) {
        long bearable = Math.max(0, equity() - settlements()) / 100;
        long loss = Math.min(amount, bearable);
        if (loss > 0) {
            other(Account.EQUAL_SHARE_CAPITAL, null, Account.BANK, null, loss);
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
            post(Bookings.holdbackApplied(UUID.randomUUID(), leaver.member, charged));
        }
    }

    private void other(Account debit, @Nullable UUID debtor, Account credit, @Nullable UUID creditor, long amount) {
        Entry.Draft draft = new Entry.Draft();
        if (debtor == null) {
            draft.debit(debit, amount);
        } else {
            draft.debit(debit, debtor, amount);
        }
        if (creditor == null) {
            draft.credit(credit, amount);
        } else {
            draft.credit(credit, creditor, amount);
        }
        post(draft.entry("Business", UUID.randomUUID(), null, null));
    }

    /** Told twice it is booked once. */
    private void post(Entry entry) {
        if (entry.lines().isEmpty() || !booked.add(entry.event() + entry.about())) {
            return;
        }
        journal.add(entry);
        assertThat(entry.lines().stream().mapToLong(Entry.Line::amount).sum()).isZero();
        apply(entry, balances);
        for (Entry.Line line : entry.lines()) {
            if (line.memberId() != null) {
                parts.computeIfAbsent(line.memberId(), any -> new EnumMap<>(Account.class))
                        .merge(line.account(), line.amount(), Long::sum);
            }
        }
    }

    private Map<Account, Long> replayed() {
        Map<Account, Long> again = new EnumMap<>(Account.class);
        journal.forEach(entry -> apply(entry, again));
        return again;
    }

    private static void apply(Entry entry, Map<Account, Long> to) {
        entry.lines().forEach(line -> to.merge(line.account(), line.amount(), Long::sum));
    }

    private long value() {
        return ShareValue.of(
                equity(),
                -balance(Account.INDIVISIBLE_RESERVE),
                -balance(Account.PATRONAGE_CAPITAL),
                members.size(),
                PAR);
    }

    private long equity() {
        return -sum(Account.Kind.EQUITY);
    }

    private long netAssets() {
        return sum(Account.Kind.ASSET) + sum(Account.Kind.LIABILITY) + sum(Account.Kind.INCOME);
    }

    private long settlements() {
        return leavers.stream()
                .filter(leaver -> leaver.paid + leaver.applied < leaver.value.payable() + leaver.value.holdback())
                .mapToLong(leaver -> leaver.value.payable() + leaver.value.holdback())
                .sum();
    }

    private long sum(Account.Kind kind) {
        return balances.entrySet().stream()
                .filter(one -> one.getKey().kind() == kind)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    private long part(UUID member, Account account) {
        return parts.getOrDefault(member, Map.of()).getOrDefault(account, 0L);
    }
}
