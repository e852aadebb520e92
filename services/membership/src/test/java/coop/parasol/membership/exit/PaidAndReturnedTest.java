package coop.parasol.membership.exit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import coop.parasol.contracts.EquityEvent.ExitPaid;
import coop.parasol.contracts.EquityEvent.InstalmentPaid;
import coop.parasol.contracts.MembershipEvent.MemberLeft;
import coop.parasol.membership.Desk;
import coop.parasol.membership.books.ledger.rules.Account;
import coop.parasol.membership.exit.rules.ExitPaymentState;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.testing.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leaving member's money that comes back is owed again, also when everything was paid and the membership over. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class PaidAndReturnedTest {

    @Inject
    ExitScenario exits;

    @Inject
    Events events;

    @Inject
    Session database;

    private UUID member;
    private UUID exit;
    private UUID part;
    private long settlements;
    private long owed;

    @BeforeEach
    void a_member_that_has_left_with_all_its_money() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        exits.payAllDue();
        settlements = settlements();
        member = exits.join();
        exit = exits.requestAndValue(member);
        part = exits.payments(exit).getFirst().id;
        owed = exits.payments(exit).getFirst().amount;
        exits.payAllDue();
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        assertThat(login()).isEqualTo("DISABLED");
    }

    @Test
    void an_exit_that_was_over_goes_on_until_it_is_paid_and_the_membership_stays_over() {
        assertThat(exits.returnPayment(part)).isPresent();

        assertThat(exits.exit(exit).state).isEqualTo(ExitState.VALUED);
        assertThat(exits.exit(exit).paid).isZero();
        assertThat(exits.payments(exit)).allMatch(payment -> payment.state == ExitPaymentState.DUE);
        assertThat(exits.balance(Account.EXIT_PAYABLE, member)).isEqualTo(-owed);
        assertThat(exits.member(member).state).isEqualTo(MemberState.LEFT);
        assertThat(login()).as("it can read what it is owed").isEqualTo("ENABLED");
        assertThat(settlements()).isEqualTo(settlements + owed);
        given().get("/exits/" + exit + "/timeline")
                .then()
                .body("taken.items.step", hasItems("PAID", "ENDED", "PAYMENT_RETURNED"))
                .body("taken.items.by", hasItems("tara"))
                .body("next.what", equalTo(List.of("PAYMENT_IS_MADE")));

        exits.payAllDue();

        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        assertThat(exits.exit(exit).paid).isEqualTo(owed);
        assertThat(exits.balance(Account.EXIT_PAYABLE, member)).isZero();
        assertThat(exits.member(member).state).isEqualTo(MemberState.LEFT);
        assertThat(login()).isEqualTo("DISABLED");
        assertThat(settlements()).isEqualTo(settlements);
        Awaitility.await()
                .atMost(Events.PATIENCE)
                .untilAsserted(() -> assertThat(events.all(
                                ExitPaid.class, event -> event.exitId().equals(exit)))
                        .hasSize(2));
        assertThat(events.all(InstalmentPaid.class, event -> event.exitId().equals(exit)))
                .hasSize(2);
        assertThat(events.all(MemberLeft.class, event -> event.memberId().equals(member)))
                .as("the membership has ended once")
                .hasSize(1);
        Desk.booksHold();
    }

    @Test
    void a_firm_that_has_joined_anew_meanwhile_keeps_its_account() {
        ExitScenario.inTransaction(() -> database.createNativeMutationQuery(
                        "update member set email = (select email from member where id = ?1) where id = ?2")
                .setParameter(1, member)
                .setParameter(2, UUID.fromString(Desk.join()))
                .executeUpdate());

        assertThat(exits.returnPayment(part)).isPresent();

        assertThat(login()).isEqualTo("DISABLED");
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.VALUED);
        exits.payAllDue();
        assertThat(exits.exit(exit).state).isEqualTo(ExitState.ENDED);
        Desk.booksHold();
    }

    @Test
    void it_comes_back_as_often_as_the_bank_sends_it_and_is_paid_in_the_end_once() {
        for (int time = 0; time < 3; time++) {
            assertThat(exits.returnPayment(part)).isPresent();
            assertThat(exits.returnPayment(part)).isEmpty();
            exits.payAllDue();
        }

        assertThat(exits.exit(exit).paid).isEqualTo(owed);
        assertThat(exits.balance(Account.EXIT_PAYABLE, member)).isZero();
        assertThat(ExitScenario.inTransaction(() -> database.createNativeQuery(
                                "select sum(l.amount) from journal_entry e join journal_line l on l.entry = e.id"
                                        + " where e.member_id = ?1 and l.account = 1000 and e.event <> 'BuyInPaid'",
                                Long.class)
                        .setParameter(1, member)
                        .getSingleResult()))
                .isEqualTo(-owed);
        Desk.booksHold();
    }

    private long settlements() {
        return ExitScenario.inTransaction(
                () -> database.createNativeQuery("select total from unpaid_settlements", Long.class)
                        .getSingleResult());
    }

    private String login() {
        return ExitScenario.inTransaction(
                () -> database.createNativeQuery("select desired_state from login where member_id = ?1", String.class)
                        .setParameter(1, member)
                        .getSingleResult());
    }
}
