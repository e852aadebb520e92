package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of one aggregate arrive in the order in which its decisions were committed. */
class OrderPerKeyTest {

    private static final int AGGREGATES = 5;
    private static final int WRITERS = 8;
    private static final int EACH = 100;

    private final Fixture fixture = new Fixture("order_per_key");
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

    @AfterEach
    void close() {
        threads.shutdownNow();
        fixture.close();
    }

    @Test
    void events_of_an_aggregate_arrive_in_the_order_of_its_versions() throws Exception {
        fixture.database.execute("create table aggregate (id int primary key, version bigint not null)");
        fixture.database.execute("insert into aggregate select n, 0 from generate_series(0, 4) as n");
        List<UUID> ids =
                IntStream.range(0, AGGREGATES).mapToObj(n -> new UUID(1, n)).toList();
        fixture.relay.start();
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int offset = writer;
            running.add(threads.submit(() -> {
                for (int turn = 0; turn < EACH; turn++) {
                    int aggregate = (offset + turn) % AGGREGATES;
                    fixture.transactions.run(() ->
                            fixture.outbox.append(Fixture.event(ids.get(aggregate), next(aggregate)), Fixture.CAUSE));
                }
            }));
        }
        for (Future<?> writer : running) {
            writer.get();
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> fixture.unsent() == 0);
        Map<String, List<Long>> versions = fixture.kafka.all().stream()
                .collect(Collectors.groupingBy(
                        record -> record.key(),
                        Collectors.mapping(record -> Fixture.number(record.value()), Collectors.toList())));
        List<Long> inOrder = LongStream.rangeClosed(1, (long) WRITERS * EACH / AGGREGATES)
                .boxed()
                .toList();
        assertThat(versions)
                .hasSize(AGGREGATES)
                .allSatisfy((key, seen) -> assertThat(seen).isEqualTo(inOrder));
    }

    private long next(int aggregate) {
        return Jdbc.execute(fixture.transactions, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("update aggregate set version = version + 1 where id = "
                            + aggregate + " returning version")) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
