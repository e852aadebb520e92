package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.DistributionEvent.DistributionCleared;
import coop.parasol.contracts.ProductionEvent.ProductionCleared;
import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.Desk;
import coop.parasol.membership.Redelivery;
import coop.parasol.membership.books.close.Business;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.exit.rules.ExitPaymentState;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.member.rules.MemberState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever the history of joins, sales, closes, losses, debts, exits, recalls, corrections and jumps of the clock, on the real
 * database, with events told twice and out of order: the books balance, everybody owns 1/N, v stays where it is, everybody gets
 * all of its money, and the whole history told again from the beginning changes nothing.
 */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class RandomHistoryTest {

    private static final long SEED = Long.getLong("parasol.seed", 2026);
    private static final int STEPS = Integer.getInteger("parasol.steps", 300);
    private static final int KINDS = 28;
    private static final int LAWS_EVERY = 10;
    private static final BigDecimal REMAINDER = new BigDecimal("0.01");

    @Inject
    ExitScenario scenario;

    @Inject
    Business business;

    @Inject
    Redelivery kafka;

    @Inject
    FirmClock firmClock;

    @Inject
    Session database;

    private final Random random = new Random(SEED);
    private final List<UUID> members = new ArrayList<>();
    private final List<UUID> exits = new ArrayList<>();
    private final List<Long> byHand = new ArrayList<>();
    private BigDecimal borne = BigDecimal.ZERO;
    private int sentBack;
    private final int[] changed = new int[KINDS];

    @Test
    void over_a_random_history_the_laws_of_equal_ownership_hold() {
        kafka.forget();
        business.booksBeginToday();
        members.add(scenario.join());
        members.add(scenario.join());
        BigDecimal before = value();
        for (int step = 0; step < STEPS; step++) {
            int kind = random.nextInt(KINDS);
            borne = BigDecimal.ZERO;
            changed[kind] += step(kind) ? 1 : 0;
            BigDecimal after = value();
            assertThat(before.subtract(borne).subtract(after).abs())
                    .as("seed %d, step %d, kind %d: v", SEED, step, kind)
                    .isLessThanOrEqualTo(REMAINDER);
            before = after;
            if (step % LAWS_EVERY == 0) {
                Desk.booksHold("seed " + SEED + ", step " + step + ", kind " + kind);
            }
        }
        assertThat(changed)
                .as("seed %d: steps of each kind that have changed something", SEED)
                .doesNotContain(0);
        payEverybody();
        assertEveryBonusWasPaidOnce();
        assertThatTellingAllAgainChangesNothing();
    }

    /** Whether there was anything that the step could change. */
    private boolean step(int kind) {
        return switch (kind) {
            case 0, 1, 2, 3, 4 -> members.add(scenario.join());
            case 5, 6, 7 -> ask();
            case 8, 9, 10, 11 -> clear();
            case 12, 13 -> done(() -> scenario.advanceDays(1 + random.nextInt(60)));
            case 14 ->
                done(() -> scenario.bylaws(
                        1 + random.nextInt(4), random.nextInt(2_000), random.nextInt(13), 300 + random.nextInt(9_701)));
            case 15 -> done(() -> scenario.book(member(), Account.MEMBER_DEBTS, 1L + random.nextInt(120_000)));
            case 16 -> done(() -> business.pool(random, List.of(members.getFirst(), members.getLast())));
            case 17 ->
                done(() -> business.pool(
                        random,
                        Stream.of(members.getLast(), leaving()).distinct().toList()));
            case 18 -> recall();
            case 19 -> done(() -> business.earn(random, 1L + random.nextInt(200_000)));
            case 20 -> byHand.add(business.spend(1L + random.nextInt(150_000)));
            case 21 -> correct();
            case 22, 23 -> close();
            case 24 -> done(business::revolve);
            case 25 -> sendBack();
            default -> done(scenario::payAllDue);
        };
    }

    private static boolean done(Runnable step) {
        step.run();
        return true;
    }

    private boolean close() {
        scenario.advanceDays(1 + random.nextInt(100));
        Optional<BigDecimal> loss = business.close(random.nextInt(400));
        borne = loss.orElse(borne);
        return loss.isPresent();
    }

    private boolean correct() {
        if (byHand.isEmpty()) {
            return false;
        }
        business.takeBack(byHand.remove(random.nextInt(byHand.size())));
        return true;
    }

    /** The bank sends back something that it has paid to somebody, and says so one time or two. */
    private boolean sendBack() {
        List<UUID> paid = ExitScenario.inTransaction(
                () -> database.createNativeQuery("select id from payable where state = 'PAID' order by id", UUID.class)
                        .getResultList());
        if (!paid.isEmpty()) {
            UUID payable = paid.get(random.nextInt(paid.size()));
            assertThat(scenario.returnPayable(payable)).as("seed %d", SEED).isTrue();
            assertThat(scenario.returnPayable(payable))
                    .as("seed %d: once", SEED)
                    .isFalse();
            sentBack++;
        }
        return !paid.isEmpty();
    }

    private UUID member() {
        return members.get(random.nextInt(members.size()));
    }

    /** Who has asked to leave, or has left, and whose goods are still sold; a member while there is nobody. */
    private UUID leaving() {
        return exits.isEmpty() ? members.getFirst() : scenario.exit(exits.get(random.nextInt(exits.size()))).memberId;
    }

    /** Asked one time or two. */
    private boolean ask() {
        if (members.size() == 1) {
            return false;
        }
        UUID id = members.remove(random.nextInt(members.size()));
        UUID exit = scenario.request(id);
        assertThat(
                        scenario.member(id).state == MemberState.LEAVING && random.nextBoolean()
                                ? scenario.request(id)
                                : exit)
                .isEqualTo(exit);
        exits.add(exit);
        return true;
    }

    /** Any service about any exit, at any time, as often as it likes. */
    private boolean clear() {
        for (UUID exit : exits) {
            if (random.nextBoolean()) {
                UUID member = scenario.exit(exit).memberId;
                switch (random.nextInt(3)) {
                    case 0 -> kafka.tell(random, new ProductionCleared(member, exit, 0));
                    case 1 -> kafka.tell(random, new QualityCleared(member, exit, 0));
                    default -> kafka.tell(random, new DistributionCleared(member, exit));
                }
            }
        }
        return !exits.isEmpty();
    }

    private boolean recall() {
        for (UUID id : exits) {
            ExitCase exit = scenario.exit(id);
            if (exit.holdbackLeft() > 0) {
                UUID batch = UUID.randomUUID();
                kafka.tell(random, ExitScenario.recalled(batch, exit.memberId));
                scenario.chargeRecall(id, batch, 1 + random.nextLong(exit.holdbackLeft()));
                return true;
            }
        }
        return false;
    }

    /** A cap delays, it never refuses: after some years everybody is paid, and nobody twice. */
    private void payEverybody() {
        exits.forEach(scenario::clear);
        for (int year = 0; year < 60 && exits.stream().anyMatch(this::isOpen); year++) {
            scenario.advanceTo(LocalDate.of(firmClock.today().getYear() + 1, 1, 1));
            business.revolve();
            scenario.payAllDue();
        }
        for (UUID id : exits) {
            ExitCase exit = scenario.exit(id);
            assertThat(exit.state).as("seed %d, exit %s", SEED, id).isEqualTo(ExitState.ENDED);
            assertThat(scenario.payments(id)).allMatch(payment -> payment.state == ExitPaymentState.PAID);
            assertThat(booked(exit.memberId))
                    .as("seed %d: the bank paid exit %s to the minor unit", SEED, id)
                    .isEqualTo(exit.paid);
            assertThat(exit.paid + exit.holdbackApplied + minor(exit.debts))
                    .isEqualTo(minor(exit.equalShare) + minor(exit.patronageCapital));
            assertThat(scenario.balance(Account.MEMBER_DEBTS, exit.memberId)).isBetween(0L, exit.stillOwed);
            assertThat(scenario.balance(Account.EXIT_PAYABLE, exit.memberId)).isZero();
            assertThat(scenario.balance(Account.HOLDBACK, exit.memberId)).isZero();
            assertThat(scenario.member(exit.memberId).state).isEqualTo(MemberState.LEFT);
        }
        Desk.booksHold("seed " + SEED + ", at the end");
    }

    private void assertEveryBonusWasPaidOnce() {
        assertThat(number("select count(*) from allotment")).isPositive();
        assertThat(sentBack).isPositive();
        assertThat(number(
                        "select count(*) from payable p where kind = 'PATRONAGE_BONUS' and state not in ('HELD', 'RETURNED') and amount - set_off <>"
                                + " (select coalesce(-sum(l.amount), 0) from journal_entry e join journal_line l on l.entry = e.id and l.account = 1000"
                                + " where e.event = 'PatronagePaid' and split_part(e.source_document, ':', 1) = cast(p.source_id as text)"
                                + " and not exists (select from journal_entry back where back.reverses = e.id))"))
                .as("seed %d: bonuses paid short or twice", SEED)
                .isZero();
    }

    private void assertThatTellingAllAgainChangesNothing() {
        String before = books();
        kafka.fromZero();
        assertThat(books())
                .as("seed %d: %d events told again", SEED, kafka.told().size())
                .isEqualTo(before);
        assertThat(number("select count(*) from parked_event"))
                .as("seed %d", SEED)
                .isZero();
    }

    /** The end of the chain stands for every entry there is; the rest is counted. */
    private String books() {
        return ExitScenario.inTransaction(
                () -> database.createNativeQuery("""
                        select concat_ws(' ', h.last_number, encode(h.digest, 'hex'), (select count(*) from payable), (select count(*) from payout),
                               (select sum(amount) from patronage_volume), (select count(*) from exit_step),
                               (select count(*) from recalled_batch)) from journal_head h
                        """, String.class).getSingleResult());
    }

    private long number(String query) {
        return ExitScenario.inTransaction(
                () -> database.createNativeQuery(query, Long.class).getSingleResult());
    }

    private static long minor(@Nullable Long amount) {
        return Objects.requireNonNull(amount);
    }

    private boolean isOpen(UUID exit) {
        return scenario.exit(exit).state != ExitState.ENDED;
    }

    private long booked(UUID memberId) {
        return ExitScenario.inTransaction(() -> database.createNativeQuery(
                        "select cast(coalesce(sum(-l.amount), 0) as bigint) from journal_entry e join journal_line l on l.entry = e.id"
                                + " where e.event = 'InstalmentPaid' and e.member_id = ?1 and l.account = 1000"
                                + " and not exists (select from journal_entry back where back.reverses = e.id)",
                        Long.class)
                .setParameter(1, memberId)
                .getSingleResult());
    }

    private static BigDecimal value() {
        return new BigDecimal(Desk.shareValue().getString("shareValue.amount"));
    }
}
