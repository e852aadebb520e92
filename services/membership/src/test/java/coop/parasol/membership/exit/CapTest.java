package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.Firm;
import coop.parasol.membership.exit.rules.ExitState;
import coop.parasol.membership.exit.rules.PaymentState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The yearly cap on redemptions on real books. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class CapTest {

    @Inject
    Ways ways;

    @Inject
    Firm firm;

    @Inject
    Session database;

    @Inject
    Redemptions redemptions;

    /** A new year, in which nothing is used up,. */
    @BeforeEach
    void a_cap() {
        ways.bylaws(1, 0, 0, 10_000);
        ways.join();
        ways.forwardTo(LocalDate.of(firm.today().getYear() + 1, 1, 10));
    }

    @AfterEach
    void no_cap_for_others() {
        ways.bylaws(1, 0, 0, 10_000);
        ways.forward(1);
    }

    @Test
    void a_cap_queues_exits_first_come_first_served_and_never_refuses_one() {
        UUID first = ways.ask(ways.join());
        UUID second = ways.ask(ways.join());
        long equity = equity();
        int basisPoints = Math.toIntExact(120_000L * 10_000 / equity);
        ways.bylaws(1, 0, 0, basisPoints);
        long cap = Ways.in(() -> redemptions.cap(basisPoints));
        ways.clear(second);
        ways.clear(first);
        ways.forward(90);

        long room = cap - 100_000;
        assertThat(states(first)).containsExactly(PaymentState.DUE);
        assertThat(states(second)).containsExactly(PaymentState.DUE, PaymentState.QUEUED);
        assertThat(amounts(second)).containsExactly(room, 100_000 - room);
        assertThat(RestAssured.given()
                        .get("/exits/" + second + "/timeline")
                        .jsonPath()
                        .<String>getList("next.what"))
                .containsExactly("PAYMENT_IS_MADE", "ROOM_UNDER_THE_CAP");
        ways.payAllDue();
        assertThat(ways.exit(second).state).isEqualTo(ExitState.VALUED);

        ways.forwardTo(LocalDate.of(firm.today().getYear() + 1, 1, 1));
        ways.payAllDue();

        assertThat(ways.exit(second).state).isEqualTo(ExitState.PAID);
        assertThat(ways.exit(second).paid).isEqualTo(100_000);
    }

    @Test
    void a_settlement_larger_than_a_years_cap_is_paid_over_the_years() {
        UUID rich = ways.join();
        ways.patronage(rich, 400_000);
        UUID exit = ways.ask(rich);
        ways.bylaws(1, 0, 0, Math.toIntExact(150_000L * 10_000 / equity()));
        ways.clear(exit);
        ways.forward(90);
        int years = 0;
        while (ways.exit(exit).state != ExitState.PAID) {
            ways.payAllDue();
            ways.forwardTo(LocalDate.of(firm.today().getYear() + 1, 1, 1));
            years++;
            assertThat(years).isLessThan(10);
        }

        assertThat(years).isBetween(3, 5);
        assertThat(ways.exit(exit).paid).isEqualTo(500_000);
        assertThat(amounts(exit).stream().mapToLong(Long::longValue).sum()).isEqualTo(500_000);
    }

    @Test
    void who_has_asked_first_is_served_first_even_when_room_appears_later() {
        UUID early = ways.ask(ways.join());
        UUID late = ways.ask(ways.join());
        ways.clear(early);
        ways.bylaws(1, 0, 0, 1);
        ways.forward(90);
        assertThat(states(early)).contains(PaymentState.QUEUED);
        ways.clear(late);
        int basisPoints = Math.toIntExact(120_000L * 10_000 / equity());
        ways.bylaws(1, 0, 0, basisPoints);
        long room = Ways.in(() -> redemptions.cap(basisPoints)) - 100_000;
        ways.forward(1);

        assertThat(states(early)).containsOnly(PaymentState.DUE);
        assertThat(states(late)).containsExactly(PaymentState.DUE, PaymentState.QUEUED);
        assertThat(amounts(late)).containsExactly(room, 100_000 - room);
    }

    private long equity() {
        return Ways.in(() -> ((Number) database.createNativeQuery(
                                "select -sum(balance) + (select total from unpaid_settlements) from ledger_account"
                                        + " where kind = 'EQUITY'",
                                Object.class)
                        .getSingleResult())
                .longValue());
    }

    private List<PaymentState> states(UUID exit) {
        return ways.payments(exit).stream().map(payment -> payment.state).toList();
    }

    private List<Long> amounts(UUID exit) {
        return ways.payments(exit).stream().map(payment -> payment.amount).toList();
    }
}
