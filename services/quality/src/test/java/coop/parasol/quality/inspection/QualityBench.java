package coop.parasol.quality.inspection;

import coop.parasol.bench.GrowthBench;
import coop.parasol.contracts.EventTypes;
import coop.parasol.contracts.ProductionEvent.BatchReported;
import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.CloudEvents;
import coop.parasol.messaging.Dispatcher;
import coop.parasol.messaging.Envelope;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.TestDatabase;
import coop.parasol.quality.VaseScenario;
import coop.parasol.quality.batch.Batch;
import coop.parasol.quality.inspection.rules.InspectionContent;
import coop.parasol.testing.BenchSchemas;
import coop.parasol.testing.Events;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Measures batches sampled and certified, certificates verified by the public and work lists shown per second, with
 * histories of different lengths. Run by {@code ./parasol bench quality}.
 */
@QuarkusTest
@TestProfile(QualityBench.Unhindered.class)
@TestSecurity(
        user = "arun",
        roles = {"auditor", "quality-desk"})
@OidcSecurity(claims = @Claim(key = "auditor_id", value = VaseScenario.ARUN))
class QualityBench {

    private static final List<Integer> SIZES = List.of(1_000, 100_000, 1_000_000);
    private static final UUID ARUN = UUID.fromString(VaseScenario.ARUN);
    private static final Quantity LOT = Quantity.of(1000, "C62");

    @Inject
    BenchSchemas schemas;

    @Inject
    BenchBatches batches;

    @Inject
    Events events;

    @Inject
    Dispatcher dispatcher;

    @Inject
    SubmitInspection submitInspection;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, String> products = new HashMap<>();
    private final Map<Integer, List<String>> numbers = new HashMap<>();
    private final AtomicLong offset = new AtomicLong();

    /** One address asks for more certificates than the public may. */
    public static class Unhindered implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parasol.rate-limit.verification.burst",
                    "1000000000",
                    "parasol.rate-limit.verification.per-minute",
                    "1000000000");
        }
    }

    @AfterEach
    void leave_the_schema() {
        schemas.leave();
    }

    @Test
    void measure() throws IOException, SQLException {
        GrowthBench bench = new GrowthBench(
                "Quality",
                "batches before",
                "A batch is heard of, sampled, inspected and certified with a signature in two transactions, each with"
                        + " its events; verifications (GET /certificates/{number}) and work lists (GET /work-list, one"
                        + " town of " + BenchBatches.TOWNS + ") come by HTTP.");
        for (int size : SIZES) {
            long begun = System.nanoTime();
            found(size);
            bench.size(size, "%,d".formatted(size));
            System.out.printf("founded with %,d batches in %.0f s%n", size, (System.nanoTime() - begun) / 1e9);
        }
        bench.operation("batches certified", this::certify)
                .operation("verifications", this::verify)
                .operation("work lists", this::workList)
                .run(this::turnTo, () -> "");
    }

    /** A standard, an auditor, and one batch that all others are copies of. */
    private void found(int size) throws SQLException {
        schemas.make(schema(size));
        TestDatabase.sql(
                "insert into " + schema(size) + ".signing_key select * from signing_key where retired_at is null");
        turnTo(size);
        VaseScenario vases = new VaseScenario(events);
        vases.publish("");
        products.put(size, vases.product);
        certify(size);
        numbers.put(size, batches.multiply(size));
    }

    private void turnTo(int size) {
        schemas.use(schema(size));
    }

    private static String schema(int size) {
        return "bench_" + size;
    }

    private boolean certify(int size) {
        UUID batch = Ids.next();
        BatchReported event = new BatchReported(
                batch,
                BenchBatches.member(ThreadLocalRandom.current().nextInt(BenchBatches.MEMBERS)),
                products.getOrDefault(size, ""),
                "L-" + batch,
                LOT,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2099, 11, 1),
                "by hand",
                null,
                null,
                null);
        hear(event);
        return QuarkusTransaction.requiringNew().call(() -> {
            int sample = Batch.find("select batch.sampleSize from Batch batch where batch.id = ?1", batch)
                    .project(Integer.class)
                    .singleResult();
            SubmitInspection.Outcome outcome = submitInspection.submit(
                    new OpenInspection.Request(batch, ARUN, null, null),
                    null,
                    new InspectionContent(sample, Map.of(DefectClass.MAJOR, 0), null, "A", null),
                    Cause.of("bench"));
            return require(outcome instanceof SubmitInspection.Submitted submitted
                    && submitted.batch().state == Batch.State.CERTIFIED);
        });
    }

    private void hear(BatchReported event) {
        String topic = EventTypes.topic(BatchReported.class);
        Envelope envelope = new Envelope(
                Ids.next(), EventTypes.name(BatchReported.class), event.subject(), 1, Instant.now(), Cause.of("bench"));
        ProducerRecord<String, byte[]> sent =
                CloudEvents.record(topic, "production", envelope, null, CloudEvents.json(event));
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                topic,
                0,
                offset.incrementAndGet(),
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
        dispatcher.dispatch(new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), List.of(record)), Map.of()));
    }

    private boolean verify(int size) {
        List<String> known = numbers.getOrDefault(size, List.of());
        String number = known.get(ThreadLocalRandom.current().nextInt(known.size()));
        return require(get("/certificates/" + number).contains("\"CERTIFIED\""));
    }

    private boolean workList(int anySize) {
        int town = ThreadLocalRandom.current().nextInt(BenchBatches.TOWNS);
        String list = get("/work-list?place=Town%20" + town);
        return require(list.contains("\"Town " + town + "\"") && !list.contains("Town " + (town + 1) + "\""));
    }

    private String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Accept", "application/json")
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean require(boolean itIsSo) {
        if (!itIsSo) {
            throw new IllegalStateException("what is measured does not happen");
        }
        return true;
    }
}
