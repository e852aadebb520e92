package coop.parasol.membership.books.close;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import coop.parasol.contracts.Money;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.Desk;
import coop.parasol.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Midnight of a period's last day falls between a pool and the statements of its producers. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class PoolAtMidnightTest {

    private static final Money MARGIN = Money.of("100.00", "INR");
    private static final Money PAYOUT = Money.of("900.00", "INR");
    private static final Money SALES = Money.of("1000.00", "INR");

    @Inject
    Trade trade;

    @Inject
    Business business;

    @Inject
    MovableClock clock;

    @Inject
    FirmClock firmClock;

    @Inject
    Session database;

    @BeforeEach
    void begin() {
        business.booksBeginToday();
    }

    @AfterEach
    void end() {
        business.booksEnd();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void margin_and_volume_of_a_pool_count_for_one_period_which_is_not_closed_between(boolean poolFirst) {
        UUID member = UUID.fromString(Desk.join());
        UUID pool = UUID.randomUUID();
        Runnable settled = () -> trade.settled(pool, MARGIN, PAYOUT);
        Runnable stated = () -> trade.stated(pool, member, PAYOUT, SALES);
        LocalDate lastDay = firmClock.today();
        String period = Desk.post("/periods", "{\"lastDay\": \"" + lastDay + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("periodId");
        String closing = "/periods/" + period + "/closing";

        (poolFirst ? settled : stated).run();
        clock.forward(Duration.ofDays(1));
        Desk.post(closing, "{}").then().statusCode(409).body("code", equalTo("pools-incomplete"));
        (poolFirst ? stated : settled).run();

        assertThat(daysOf(pool)).containsExactly(lastDay);
        Desk.post(closing, "{}")
                .then()
                .statusCode(200)
                .body("surplus.amount", equalTo("100.00"))
                .body("volume.amount", equalTo("1000.00"));
        given().get("/periods/" + period + "/close-preview")
                .then()
                .body("allotments.find { it.memberId == '" + member + "' }.volume.amount", equalTo("1000.00"));
        Desk.booksHold();
    }

    private List<LocalDate> daysOf(UUID pool) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select distinct booked_on from journal_entry where source_document in (?1, ?1 || ':' || member_id)",
                                LocalDate.class)
                        .setParameter(1, pool.toString())
                        .getResultList());
    }
}
