package coop.parasol.membership.books.close;

import static io.restassured.RestAssured.given;

import coop.parasol.firm.FirmClock;
import coop.parasol.membership.Desk;
import coop.parasol.messaging.Cause;
import coop.parasol.testing.MovableClock;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A season with the surplus of the rules' vector, and the calls that close a period, for tests. */
@ApplicationScoped
@Unremovable
class Seasons {

    static final Cause CAUSE = Cause.of("history");

    private final Trade trade;
    private final ClosePeriod closePeriod;
    private final FirmClock firmClock;
    private final MovableClock clock;

    Seasons(Trade trade, ClosePeriod closePeriod, FirmClock firmClock, MovableClock clock) {
        this.trade = trade;
        this.closePeriod = closePeriod;
        this.firmClock = firmClock;
        this.clock = clock;
    }

    /** Members whose goods were sold for 400, 300, 200, 100 and 0, the period in which they were, and its surplus of 900. */
    record Season(List<UUID> members, String period) {}

    Season season() {
        List<UUID> members = new ArrayList<>();
        for (int volume : new int[] {400, 300, 200, 100, 0}) {
            UUID member = UUID.fromString(Desk.join());
            members.add(member);
            if (volume > 0) {
                trade.sold(member, volume);
            }
        }
        trade.earn("900.00");
        return new Season(members, open(firmClock.today().plusDays(30).toString()));
    }

    Season closed(Season season) {
        clock.forward(Duration.ofDays(31));
        propose(season.period()).then().statusCode(200);
        close(season.period());
        return season;
    }

    void close(String period) {
        QuarkusTransaction.requiringNew().run(() -> closePeriod.close(UUID.fromString(period), "uma", CAUSE));
    }

    static String open(String lastDay) {
        return Desk.post("/periods", "{\"lastDay\": \"" + lastDay + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("periodId");
    }

    static Response propose(String id) {
        return Desk.post("/periods/" + id + "/closing", "{}");
    }

    static Response approve(String id) {
        return Desk.post("/periods/" + id + "/closing/approval", "{}");
    }

    static Response revolve(String id) {
        return Desk.post("/periods/" + id + "/revolving", "{}");
    }

    static JsonPath equity(UUID member) {
        return given().get("/members/" + member + "/equity").jsonPath();
    }
}
