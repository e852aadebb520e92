package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.exit.rules.ExitPaymentState;
import coop.parasol.membership.exit.rules.ExitState;
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
class ExitQueueTest {

    @Inject
    ExitScenario exits;

    @Inject
    FirmClock firmClock;

    @Inject
    Session database;

    /** A new year, in which nothing of the cap is used up yet. */
    @BeforeEach
    void a_cap() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.join();
        exits.advanceTo(LocalDate.of(firmClock.today().getYear() + 1, 1, 10));
    }

    @AfterEach
    void no_cap_for_others() {
        exits.bylaws(1, 0, 0, 10_000);
        exits.advanceDays(1);
    }

    @Test
    void a_cap_queues_exits_in_the_order_of_requests_and_never_refuses_one() {
        UUID first = exits.request(exits.join());
        UUID second = exits.request(exits.join());
        long equity = equity();
        int basisPoints = Math.toIntExact(120_000L * 10_000 / equity);
        exits.bylaws(1, 0, 0, basisPoints);
        long cap = equity * basisPoints / 10_000;
        exits.clear(second);
        exits.clear(first);
        exits.advanceDays(90);

        long room = cap - 100_000;
        assertThat(states(first)).containsExactly(ExitPaymentState.DUE);
        assertThat(states(second)).containsExactly(ExitPaymentState.DUE, ExitPaymentState.QUEUED);
        assertThat(amounts(second)).containsExactly(room, 100_000 - room);
        assertThat(RestAssured.given()
                        .get("/exits/" + second + "/timeline")
                        .jsonPath()
                        .<String>getList("next.what"))
                .containsExactly("PAYMENT_IS_MADE", "ROOM_UNDER_THE_CAP");
        exits.payAllDue();
        assertThat(exits.exit(second).state).isEqualTo(ExitState.VALUED);

        exits.advanceTo(LocalDate.of(firmClock.today().getYear() + 1, 1, 1));
        exits.payAllDue();

        assertThat(exits.exit(second).state).isEqualTo(ExitState.ENDED);
        assertThat(exits.exit(second).paid).isEqualTo(100_000);
    }

    @Test
    void a_settlement_larger_than_a_years_cap_is_paid_over_the_years() {
        UUID rich = exits.join();
        exits.patronage(rich, 400_000);
        UUID exit = exits.request(rich);
        exits.bylaws(1, 0, 0, Math.toIntExact(150_000L * 10_000 / equity()));
        exits.clear(exit);
        exits.advanceDays(90);
        int years = 0;
        while (exits.exit(exit).state != ExitState.ENDED) {
            exits.payAllDue();
            exits.advanceTo(LocalDate.of(firmClock.today().getYear() + 1, 1, 1));
            years++;
            assertThat(years).isLessThan(10);
        }

        assertThat(years).isBetween(3, 5);
        assertThat(exits.exit(exit).paid).isEqualTo(500_000);
        assertThat(amounts(exit).stream().mapToLong(Long::longValue).sum()).isEqualTo(500_000);
    }

    @Test
    void who_has_asked_first_is_paid_first_even_when_the_cap_rises_later() {
        UUID early = exits.request(exits.join());
        UUID late = exits.request(exits.join());
        exits.clear(early);
        exits.bylaws(1, 0, 0, 1);
        exits.advanceDays(90);
        assertThat(states(early)).contains(ExitPaymentState.QUEUED);
        exits.clear(late);
        long equity = equity();
        int basisPoints = Math.toIntExact(120_000L * 10_000 / equity);
        exits.bylaws(1, 0, 0, basisPoints);
        long room = equity * basisPoints / 10_000 - 100_000;
        exits.advanceDays(1);

        assertThat(states(early)).containsOnly(ExitPaymentState.DUE);
        assertThat(states(late)).containsExactly(ExitPaymentState.DUE, ExitPaymentState.QUEUED);
        assertThat(amounts(late)).containsExactly(room, 100_000 - room);
    }

    private long equity() {
        return ExitScenario.inTransaction(() -> ((Number) database.createNativeQuery(
                                "select -sum(balance) + (select total from unpaid_settlements) from ledger_account"
                                        + " where kind = 'EQUITY'",
                                Object.class)
                        .getSingleResult())
                .longValue());
    }

    private List<ExitPaymentState> states(UUID exit) {
        return exits.payments(exit).stream().map(payment -> payment.state).toList();
    }

    private List<Long> amounts(UUID exit) {
        return exits.payments(exit).stream().map(payment -> payment.amount).toList();
    }
}
