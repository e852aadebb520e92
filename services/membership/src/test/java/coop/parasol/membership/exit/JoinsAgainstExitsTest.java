package coop.parasol.membership.exit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.membership.Desk;
import coop.parasol.membership.exit.rules.ExitState;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Joins and exits at the same moment do not disturb one another: each takes place on books that stand still. */
@QuarkusTest
@TestSecurity(
        user = "tara",
        roles = {"treasurer", "registrar"})
class JoinsAgainstExitsTest {

    private static final int OF_EACH = 25;

    @Inject
    ExitScenario scenario;

    @Test
    void joins_and_exits_at_once_keep_the_share_value_and_the_books_whole() throws Exception {
        scenario.bylaws(1, 0, 0, 10_000);
        scenario.join();
        List<UUID> exits = new ArrayList<>();
        for (int leaver = 0; leaver < OF_EACH; leaver++) {
            exits.add(scenario.request(scenario.join()));
        }
        scenario.advanceClock(90);
        BigDecimal value = value();
        long members = Desk.shareValue().getLong("members");

        List<Callable<Object>> work = new ArrayList<>();
        for (UUID exit : exits) {
            work.add(Executors.callable(() -> scenario.clear(exit)));
            work.add(Executors.callable(() -> scenario.clear(exit)));
            work.add(JoinsAgainstExitsTest::join);
        }
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (Future<Object> one : many.invokeAll(work)) {
                one.get();
            }
        }

        assertThat(Desk.shareValue().getLong("members")).isEqualTo(members);
        assertThat(value().subtract(value).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
        assertThat(exits).allMatch(exit -> scenario.exit(exit).state == ExitState.VALUED);
        scenario.payAllDue();
        assertThat(exits).allMatch(exit -> scenario.exit(exit).state == ExitState.ENDED);
        assertThat(Desk.check().getBoolean("entriesSumToZero")).isTrue();
        assertThat(Desk.check().getBoolean("netBookValueEquation")).isTrue();
        assertThat(Desk.check().getBoolean("onePerMember")).isTrue();
    }

    /** The price may move by the remainder while others leave: whoever is told so pays the new one. */
    private static Object join() {
        String member = Desk.apply();
        Desk.post("/members/" + member + "/admission", "{}").then().statusCode(200);
        for (int attempt = 0; attempt < 10; attempt++) {
            if (Desk.buyIn(member, Desk.due(member)).statusCode() == 200) {
                return member;
            }
        }
        throw new AssertionError("no buy-in was taken");
    }

    private static BigDecimal value() {
        return new BigDecimal(Desk.shareValue().getString("shareValue.amount"));
    }
}
