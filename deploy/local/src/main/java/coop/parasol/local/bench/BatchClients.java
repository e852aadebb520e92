package coop.parasol.local.bench;

import coop.parasol.local.season.Season.Producer;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Producers' systems that report batches by REST, and auditors who inspect them. */
final class BatchClients {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Installation installation;
    private final List<Producer> producers;
    private final Supplier<String> auditor;
    private final int clients;

    /** @param auditor a token of an auditor without an interest in any of the producers */
    BatchClients(Installation installation, List<Producer> producers, Supplier<String> auditor, int clients) {
        this.installation = installation;
        this.producers = producers;
        this.auditor = auditor;
        this.clients = clients;
    }

    /** A batch that awaits an inspection. */
    record Sampled(UUID batchId, int sampleSize) {}

    RestClients.Load reportOneByOne(int seconds) {
        return production().run(seconds, 0, client -> (connection, from) -> {
            Producer producer = producer(client);
            HttpConnection.Answer answer = connection.post(
                    "/batches", producer.owner().token(), UUID.randomUUID().toString(), batch(producer));
            require(answer, CREATED);
            return 1;
        });
    }

    /** @param batches of each call */
    RestClients.Load reportInBulk(int seconds, int batches) {
        return production().run(seconds, 0, client -> (connection, from) -> {
            Producer producer = producer(client);
            String body = IntStream.range(0, batches)
                    .mapToObj(each -> batch(producer))
                    .collect(Collectors.joining(",", "[", "]"));
            HttpConnection.Answer answer = connection.post(
                    "/batches/bulk", producer.owner().token(), UUID.randomUUID().toString(), body);
            require(answer, OK);
            if (answer.body().contains("\"problem\"")) {
                throw new IllegalStateException("a batch was refused: " + answer.body());
            }
            return batches;
        });
    }

    /** Inspects until the time is over or no batch is left; every batch is found without a defect. */
    RestClients.Load certify(int seconds, Queue<Sampled> sampled) {
        return new RestClients(installation.ports().of(Component.QUALITY), clients)
                .run(seconds, 0, client -> (connection, from) -> inspect(connection, sampled.poll()));
    }

    private int inspect(HttpConnection connection, @Nullable Sampled batch) throws IOException {
        if (batch == null) {
            return -1;
        }
        HttpConnection.Answer answer = connection.post(
                "/batches/" + batch.batchId() + "/inspections",
                auditor.get(),
                UUID.randomUUID().toString(),
                "{\"inspected\":" + batch.sampleSize()
                        + ",\"defectives\":{\"CRITICAL\":0,\"MAJOR\":0,\"MINOR\":0},\"grade\":\"A\"}");
        if (answer.body().contains("sample-size-mismatch")) {
            return 0; // its series has changed its severity since the list was read, and its sample was drawn anew
        }
        if (answer.status() >= 300 || !answer.body().contains("CERTIFIED")) {
            throw new IllegalStateException("a batch was not certified: " + answer);
        }
        return 1;
    }

    private RestClients production() {
        return new RestClients(installation.ports().of(Component.PRODUCTION), clients);
    }

    private Producer producer(int client) {
        return producers.get(client % producers.size());
    }

    private static void require(HttpConnection.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("a report was refused: " + answer);
        }
    }

    private static String batch(Producer producer) {
        return "{\"product\":\"" + producer.product() + "\",\"lot\":\"" + UUID.randomUUID()
                + "\",\"quantity\":{\"value\":\"100\",\"unit\":\"C62\"},\"madeOn\":\"" + LocalDate.now(ZoneOffset.UTC)
                + "\",\"route\":\"by hand\"}";
    }
}
