package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.AdvanceEvent.AdvanceDue;
import coop.parasol.contracts.AdvanceEvent.AdvanceGranted;
import coop.parasol.contracts.AdvanceEvent.DueReason;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.membership.Desk;
import coop.parasol.membership.Redelivery;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.treasury.payment.Payable;
import coop.parasol.membership.treasury.payment.rules.PayableKind;
import coop.parasol.membership.treasury.payment.rules.PayableState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What recalls have cost and a settlement charges is set off like every debt of a member, whether it stays or leaves. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class MemberDebtsTest {

    private static final Period WEEK = Period.parse("2026-W48");
    private static final long SEED = Long.getLong("parasol.seed", 2026);

    @Inject
    ExitScenario exits;

    @Inject
    PoolScenario pools;

    @Inject
    Redelivery kafka;

    @Inject
    FirmCurrency currency;

    @Inject
    Session database;

    @Test
    void a_charge_is_set_off_at_once_against_what_is_unpaid_and_then_against_what_comes() {
        UUID member = exits.join();
        pools.stated(member, 30_00);
        pools.tell(charged(member, 100_00, 0));

        assertThat(owed(member)).containsExactly(0L);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isEqualTo(70_00);
        given().get("/members/" + member + "/equity")
                .then()
                .body("debts.amount", equalTo("70.00"), "debtsDue.amount", equalTo("70.00"));
        pools.stated(member, 50_00);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isEqualTo(20_00);
        pools.stated(member, 50_00);
        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isZero();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isEqualTo(-30_00);
        exits.payAllDue();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isZero();
        Desk.booksHold();
    }

    @Test
    void a_statement_that_pays_and_charges_pays_what_is_left() {
        UUID member = exits.join();
        pools.tell(charged(member, 40_00, 100_00));

        assertThat(exits.balance(Account.MEMBER_DEBTS, member)).isZero();
        assertThat(exits.balance(Account.POOL_PAYABLE, member)).isEqualTo(-60_00);
        Desk.booksHold();
    }

    /** Charges, payouts, advances, payments, returned money and exits in any order, told twice and out of order. */
    @Test
    void over_a_random_history_debts_less_what_is_set_off_are_open_and_payouts_are_paid_or_set_off() {
        Random random = new Random(SEED);
        kafka.forget();
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        List<UUID> members = List.of(exits.join(), exits.join(), exits.join());
        List<UUID> leaving = new ArrayList<>(members.subList(0, 1));
        Map<UUID, Long> charges = new HashMap<>();
        Map<UUID, Long> payouts = new HashMap<>();
        Deque<AdvanceGranted> advances = new ArrayDeque<>();
        for (int step = 0; step < 80; step++) {
            UUID member = members.get(random.nextInt(members.size()));
            long amount = 1L + random.nextInt(50_00);
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    pools.stated(member, amount);
                    payouts.merge(member, amount, Long::sum);
                }
                case 2 -> {
                    long paid = random.nextInt(20_00);
                    pools.tell(charged(member, amount, paid));
                    charges.merge(member, amount, Long::sum);
                    payouts.merge(member, paid, Long::sum);
                }
                case 3 -> {
                    advances.add(granted(UUID.randomUUID(), member, amount));
                    pools.tell(advances.getLast());
                }
                case 4 -> {
                    if (!advances.isEmpty()) {
                        pools.tell(due(advances.remove()));
                    }
                }
                case 5 -> exits.payAllDue();
                default -> {
                    if (step > 40 && !leaving.isEmpty()) {
                        exits.requestAndValue(leaving.removeFirst());
                    } else {
                        sendBack(random, member);
                    }
                }
            }
            for (UUID each : members) {
                holds(each, charges.getOrDefault(each, 0L), payouts.getOrDefault(each, 0L), step);
            }
        }
        assertThat(leaving).as("seed %d", SEED).isEmpty();
        Desk.booksHold("seed " + SEED);
        String before = ledger(members);
        kafka.fromZero();
        assertThat(ledger(members)).as("told again").isEqualTo(before);
    }

    private void holds(UUID member, long charged, long payouts, int step) {
        String what = "seed %d, step %d, member %s".formatted(SEED, step, member);
        long open = exits.balance(Account.MEMBER_DEBTS, member);
        long setOff = posted(member, Account.MEMBER_DEBTS, "ClaimSetOff");
        assertThat(posted(member, Account.MEMBER_DEBTS, "PayoutStated"))
                .as(what)
                .isEqualTo(charged);
        assertThat(charged
                        + posted(member, Account.MEMBER_DEBTS, "AdvanceDue")
                        + setOff
                        + posted(member, Account.MEMBER_DEBTS, "ExitValued"))
                .as("%s: debts - set off = open", what)
                .isEqualTo(open)
                .isNotNegative();
        long paid = posted(member, Account.POOL_PAYABLE, "PayoutPaid")
                + posted(member, Account.POOL_PAYABLE, "PaymentReturned");
        long unpaid = -exits.balance(Account.POOL_PAYABLE, member);
        assertThat(paid + posted(member, Account.POOL_PAYABLE, "ClaimSetOff") + unpaid)
                .as("%s: paid + set off + unpaid = payouts", what)
                .isEqualTo(payouts);
        assertThat(owed(member).stream().mapToLong(Long::longValue).sum())
                .as("%s: payables are what the books owe", what)
                .isEqualTo(unpaid - exits.balance(Account.ADVANCE_PAYABLE, member));
        if (open > 0) {
            assertThat(unpaid)
                    .as("%s: nothing is paid while a debt is open", what)
                    .isZero();
        }
    }

    private void sendBack(Random random, UUID member) {
        List<UUID> paid = ExitScenario.inTransaction(() ->
                Payable.<Payable>list("memberId = ?1 and state = ?2 order by id", member, PayableState.PAID).stream()
                        .map(payable -> payable.id)
                        .toList());
        if (!paid.isEmpty()) {
            exits.returnPayable(paid.get(random.nextInt(paid.size())));
        }
    }

    private long posted(UUID member, Account account, String event) {
        return ExitScenario.inTransaction(() -> database.createNativeQuery("""
                        select cast(coalesce(sum(l.amount), 0) as bigint) from journal_entry e join journal_line l on l.entry = e.id
                         where e.event = ?1 and l.member_id = ?2 and l.account = ?3
                        """, Long.class)
                .setParameter(1, event)
                .setParameter(2, member)
                .setParameter(3, account.code())
                .getSingleResult());
    }

    private String ledger(List<UUID> members) {
        StringBuilder all = new StringBuilder();
        for (UUID member : members) {
            for (Account account : Account.values()) {
                if (account.perMember()) {
                    all.append(exits.balance(account, member)).append(' ');
                }
            }
            all.append(owed(member)).append('\n');
        }
        return all.toString();
    }

    /** What is still to be paid of payouts and advances. */
    private static List<Long> owed(UUID member) {
        return ExitScenario.inTransaction(() -> Payable.<Payable>list(
                        "memberId = ?1 and kind in (?2, ?3) and state not in (?4, ?5)",
                        member,
                        PayableKind.POOL_PAYOUT,
                        PayableKind.ADVANCE,
                        PayableState.PAID,
                        PayableState.RETURNED)
                .stream()
                .map(payable -> payable.amount - payable.setOff)
                .toList());
    }

    private PayoutStatedV2 charged(UUID member, long charged, long paid) {
        Money nothing = currency.money(0);
        return new PayoutStatedV2(
                UUID.randomUUID(),
                UUID.randomUUID(),
                member,
                "LAMP",
                WEEK,
                List.of(),
                currency.money(paid),
                nothing,
                currency.money(paid),
                currency.money(charged),
                nothing,
                currency.money(paid),
                nothing,
                null,
                null,
                List.of(),
                null);
    }

    private AdvanceGranted granted(UUID advance, UUID member, long amount) {
        return new AdvanceGranted(
                advance,
                member,
                new UUID(advance.getLeastSignificantBits(), advance.getMostSignificantBits()),
                "LAMP",
                "A",
                Quantity.of(400, "C62"),
                6_000,
                UnitPrice.of("10.00", "INR", 1),
                currency.money(amount),
                Instant.EPOCH);
    }

    private static AdvanceDue due(AdvanceGranted granted) {
        return new AdvanceDue(
                UUID.randomUUID(),
                granted.advanceId(),
                granted.memberId(),
                granted.batchId(),
                DueReason.RECALLED,
                granted.amount(),
                Instant.EPOCH);
    }
}
