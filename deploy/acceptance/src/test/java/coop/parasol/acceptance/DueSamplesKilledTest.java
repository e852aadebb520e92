package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.ServiceLauncher;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Quality is killed between the moment when samples are due and the moment when they are drawn, and while it draws them: each is drawn
 * once, by what its producer has corrected in time, and told once.
 */
class DueSamplesKilledTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final Installation INSTALLATION = SYSTEM.installation();
    private static final ServiceDatabases DATABASES = new ServiceDatabases(INSTALLATION);
    private static final int BATCHES = 1_000;
    private static final int KILLS = 3;

    private final ServiceLauncher services = new ServiceLauncher(
            INSTALLATION, Map.of("PARASOL_BYLAWS_NOTICE_PERIOD", "P0D", "PARASOL_SAMPLE_DRAWING_DELAY", "1s"));
    private final long seed = System.nanoTime();
    private final String tag = "D" + Long.toString(seed, 36).toUpperCase(Locale.ROOT);
    private final String lots = "lot like '" + tag + "-%'";

    private final TimeToCorrect timeToCorrect = new TimeToCorrect(INSTALLATION);

    @AfterEach
    void samples_are_drawn_at_once_again() {
        timeToCorrect.close();
    }

    @Test
    void every_due_sample_is_drawn_once_after_kills_and_by_what_was_corrected() throws SQLException {
        List<String> batches = report();
        await(() -> DATABASES.number("quality", "select count(*) from batch where state = 'REPORTED' and " + lots)
                == BATCHES);
        correct(batches.getFirst());

        DATABASES.execute(
                "quality",
                "update batch set sample_due_at = now() + interval '1 millisecond' * (hashtext(lot) & 2047) where "
                        + lots);
        assertThat(kill()).as("seed %d: kills while samples were due", seed).isPositive();

        await(() -> DATABASES.number("quality", "select count(*) from batch where state = 'SAMPLED' and " + lots)
                == BATCHES);
        String told = " from (select aggregateid, type, payload from outbox union all"
                + " select aggregateid, type, payload from sent_event) e"
                + " where type like '%SampleDrawn%' and payload like '%" + tag + "-%'";
        assertThat(DATABASES.number("quality", "select count(*)" + told))
                .as("seed %d: told once", seed)
                .isEqualTo(BATCHES);
        assertThat(DATABASES.number("quality", "select count(distinct aggregateid)" + told))
                .as("seed %d: each", seed)
                .isEqualTo(BATCHES);
        assertThat(DATABASES.number("quality", "select count(*) from work_list where " + lots))
                .as("seed %d: each awaits its inspection", seed)
                .isEqualTo(BATCHES);
        assertThat(DATABASES.number("quality", "select quantity from batch where lot = '" + tag + "-0'"))
                .as("the sample is drawn of what was corrected")
                .isEqualTo(90);
        assertThat(DATABASES.number("quality", "select count(*) from undrawn_sample"))
                .as("seed %d: no kill is taken for a batch that cannot be drawn", seed)
                .isZero();
    }

    /** A producer counts again before the sample is drawn: quality accepts it, and production has the batch as it is now. */
    private static void correct(String batch) {
        String address = SYSTEM.url("production") + "/batches/" + batch;
        RestAssured.given()
                .header("Authorization", "Bearer " + SYSTEM.token("producer"))
                .contentType("application/json")
                .body("{\"quantity\":{\"value\":\"90\",\"unit\":\"C62\"},\"madeOn\":\"" + LocalDate.now(ZoneOffset.UTC)
                        + "\",\"route\":\"by hand\"}")
                .post(address + "/corrections")
                .then()
                .statusCode(202);
        await(() -> RestAssured.given()
                .header("Authorization", "Bearer " + SYSTEM.token("producer"))
                .get(address)
                .path("quantity.value")
                .equals("90"));
    }

    private List<String> report() throws SQLException {
        String product = DATABASES.text(
                "production", "select product from batch where member_id = '" + SYSTEM.ownId("producer") + "' limit 1");
        String body = IntStream.range(0, BATCHES)
                .mapToObj(each -> "{\"product\":\"" + product + "\",\"lot\":\"" + tag + "-" + each
                        + "\",\"quantity\":{\"value\":\"100\",\"unit\":\"C62\"},\"madeOn\":\""
                        + LocalDate.now(ZoneOffset.UTC) + "\",\"route\":\"by hand\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return RestAssured.given()
                .header("Authorization", "Bearer " + SYSTEM.token("producer"))
                .contentType("application/json")
                .body(body)
                .post(SYSTEM.url("production") + "/batches/bulk")
                .then()
                .statusCode(200)
                .extract()
                .path("result.batchId");
    }

    /** Returns how many kills have left samples that were not drawn. */
    private int kill() throws SQLException {
        Random random = new Random(seed);
        int kills = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_500)).toNanos());
            INSTALLATION.processes().kill(Component.QUALITY);
            long left = DATABASES.number("quality", "select count(*) from batch where state = 'REPORTED' and " + lots);
            System.out.printf("seed %d: killed with %d of %d samples to draw%n", seed, left, BATCHES);
            kills += left > 0 ? 1 : 0;
            services.launch(Component.QUALITY);
            services.await(Component.QUALITY);
        }
        return kills;
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void await(Condition condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(condition::holds);
    }
}
