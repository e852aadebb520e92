package coop.parasol.membership.books.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.EquityEvent.CapitalRevolved;
import coop.parasol.membership.Desk;
import coop.parasol.testing.Events;
import coop.parasol.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patronage capital is paid out in the order of its years, when those of the bylaws have passed. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class RevolvePeriodTest {

    private static final Duration CAPITAL_IS_HELD = Duration.ofDays(5 * 366);

    @Inject
    Seasons seasons;

    @Inject
    Business business;

    @Inject
    MovableClock clock;

    @Inject
    Events events;

    @BeforeEach
    void everything_before_today_is_closed() {
        business.booksBeginToday();
    }

    @AfterEach
    void the_day_is_over() {
        clock.forward(Duration.ofDays(1));
        business.booksEnd();
    }

    @Test
    void capital_revolves_when_the_bylaws_years_have_passed_oldest_first_and_is_payable() {
        // whatever other tests have left to be revolved is older
        clock.forward(CAPITAL_IS_HELD);
        business.revolve();
        business.booksBeginToday();
        Seasons.Season older = seasons.closed(seasons.season());
        Seasons.Season later = seasons.closed(seasons.season());
        Seasons.revolve(older.period()).then().statusCode(409).body("code", equalTo("not-due"));

        clock.forward(CAPITAL_IS_HELD);

        Seasons.revolve(later.period()).then().statusCode(409).body("code", equalTo("oldest-first"));
        Seasons.revolve(older.period()).then().statusCode(200).body("members", equalTo(4));
        Seasons.revolve(older.period()).then().statusCode(409).body("code", equalTo("already-revolved"));
        Seasons.revolve(later.period()).then().statusCode(200).body("members", equalTo(4));
        UUID member = older.members().getFirst();
        assertThat(Seasons.equity(member).getString("patronageCapital.amount")).isEqualTo("0.00");
        assertThat(Seasons.equity(member).getString("patronagePayable.amount")).isEqualTo("288.00");
        assertThat(events.await(CapitalRevolved.class, event -> event.memberId().equals(member))
                        .amount()
                        .amount())
                .isEqualTo("230.40");
        Desk.booksHold();
    }
}
