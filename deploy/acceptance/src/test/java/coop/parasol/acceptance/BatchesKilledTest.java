package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import coop.parasol.local.servers.ServiceLauncher;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Production and quality are killed at random moments while a producer reports batches in bulk and line by line. Whoever has no answer
 * sends the same again: every lot is on record once, whole, and quality has drawn its sample once.
 */
class BatchesKilledTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();
    private static final Installation INSTALLATION = SYSTEM.installation();
    private static final ServiceDatabases DATABASES = new ServiceDatabases(INSTALLATION);
    private static final int CALLS = 12;
    private static final int BATCHES = 200;
    private static final int KILLS = 3;

    private final ServiceLauncher services =
            new ServiceLauncher(INSTALLATION, Map.of("PARASOL_BYLAWS_NOTICE_PERIOD", "P0D"));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final long seed = System.nanoTime();
    private final String tag = "K" + Long.toString(seed, 36).toUpperCase(java.util.Locale.ROOT);

    @Test
    void every_batch_is_reported_once_and_sampled_once_after_kills() throws Exception {
        String product = DATABASES.text(
                "production", "select product from batch where member_id = '" + SYSTEM.ownId("producer") + "' limit 1");
        long countedBefore = counted();
        List<CompletableFuture<Void>> callers = List.of(
                CompletableFuture.runAsync(() -> reportAll(product, "bulk"), Thread::startVirtualThread),
                CompletableFuture.runAsync(() -> reportAll(product, "stream"), Thread::startVirtualThread));

        int kills = kill(callers);
        for (CompletableFuture<Void> caller : callers) {
            caller.get(4, TimeUnit.MINUTES);
        }

        long all = 2L * CALLS * BATCHES;
        String lots = "lot like '" + tag + "-%'";
        assertThat(kills).as("seed %d: kills while batches were reported", seed).isPositive();
        assertThat(DATABASES.number("production", "select count(*) from batch where " + lots))
                .as("seed %d: each lot once", seed)
                .isEqualTo(all);
        assertThat(counted() - countedBefore)
                .as("seed %d: counted with the producer", seed)
                .isEqualTo(all);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> DATABASES.number("quality", "select count(*) from batch where " + lots) == all);
        assertThat(DATABASES.number("quality", "select count(*) from work_list where " + lots))
                .as("seed %d: each lot is sampled", seed)
                .isEqualTo(all);
        assertThat(DATABASES.number(
                        "production",
                        "select count(distinct aggregateid) from (select aggregateid, type, payload from outbox union all"
                                + " select aggregateid, type, payload from sent_event) e"
                                + " where type like '%BatchReported%' and payload like '%" + tag + "-%'"))
                .as("seed %d: each is told of", seed)
                .isEqualTo(all);
    }

    private long counted() throws SQLException {
        return DATABASES.number(
                "production", "select batches_reported from member where id = '" + SYSTEM.ownId("producer") + "'");
    }

    private int kill(List<CompletableFuture<Void>> callers) {
        Random random = new Random(seed);
        int kills = 0;
        while (kills < KILLS && !callers.stream().allMatch(CompletableFuture::isDone)) {
            LockSupport.parkNanos(Duration.ofMillis(50 + random.nextInt(300)).toNanos());
            Component killed = kills % 2 == 0 ? Component.PRODUCTION : Component.QUALITY;
            INSTALLATION.processes().kill(killed);
            services.launch(killed);
            services.await(killed);
            kills++;
        }
        return kills;
    }

    private void reportAll(String product, String how) {
        for (int call = 0; call < CALLS; call++) {
            String first = tag + "-" + how + call + "-";
            List<String> batches = IntStream.range(0, BATCHES)
                    .mapToObj(each -> "{\"product\":\"" + product + "\",\"lot\":\"" + first + each
                            + "\",\"quantity\":{\"value\":\"100\",\"unit\":\"C62\"},\"madeOn\":\""
                            + LocalDate.now(ZoneOffset.UTC) + "\",\"route\":\"by hand\"}")
                    .toList();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> areReported(how, batches));
        }
    }

    /** Whether all of them were answered, with their batches. */
    private boolean areReported(String how, List<String> batches) throws InterruptedException {
        boolean lines = how.equals("stream");
        HttpRequest request = HttpRequest.newBuilder(URI.create(SYSTEM.url("production") + "/batches/" + how))
                .header("Authorization", "Bearer " + SYSTEM.token("producer"))
                .header("Content-Type", lines ? "application/x-ndjson" : "application/json")
                .POST(BodyPublishers.ofString(
                        lines
                                ? String.join("\n", batches)
                                : batches.stream().collect(Collectors.joining(",", "[", "]"))))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return false;
            }
            List<Integer> statuses = lines
                    ? answer.body()
                            .lines()
                            .map(line -> JsonPath.from(line).getInt("status"))
                            .toList()
                    : JsonPath.from(answer.body()).getList("status", Integer.class);
            return statuses.size() == BATCHES && statuses.stream().allMatch(status -> status == 200 || status == 201);
        } catch (IOException killed) {
            return false;
        }
    }
}
