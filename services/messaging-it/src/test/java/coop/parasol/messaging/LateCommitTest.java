package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No event is jumped over because its transaction took a seq early and committed late. */
class LateCommitTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Fixture fixture = new Fixture("late_commit");
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void another() {
        fixture.database.execute("create table decided (number bigint primary key)");
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        fixture.close();
    }

    @Test
    void an_event_committed_after_a_younger_one_still_arrives() throws Exception {
        fixture.relay.start();
        CountDownLatch late = new CountDownLatch(1);
        Future<?> slow = appendAndWait(1, late);
        fixture.append(Fixture.event(UUID.randomUUID(), 2));
        await().atMost(PATIENCE).until(() -> numbers().equals(Set.of(2L)));
        late.countDown();
        slow.get();
        await().atMost(PATIENCE).until(() -> numbers().equals(Set.of(1L, 2L)));
    }

    /** The control: without it the tests above and below could pass for lack of late commits. */
    @Test
    void a_naive_cursor_jumps_over_the_same_event() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        Future<?> slow = appendAndWait(1, late);
        fixture.append(Fixture.event(UUID.randomUUID(), 2));
        List<Long> read = new ArrayList<>();
        long cursor = readAfter(0, read);
        late.countDown();
        slow.get();
        readAfter(cursor, read);
        assertThat(read).containsExactly(2L);
        assertThat(fixture.unsent()).isEqualTo(2);
    }

    /**
     * The mark must wait for transactions that are younger than every finished one. Were it to wait for those below xmax of
     * a snapshot only (one past the last finished), the event of the younger transaction here would be passed.
     */
    @Test
    void the_mark_does_not_pass_a_running_transaction_with_a_high_id() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch late = new CountDownLatch(1);
        fixture.relay.start();
        await().atMost(PATIENCE).until(fixture.relay::isLeader);
        Future<?> older = threads.submit(() -> fixture.transactions.run(() -> {
            execute("insert into decided values (2)");
            hold(go);
            fixture.outbox.append(Fixture.event(UUID.randomUUID(), 2), Fixture.CAUSE);
        }));
        await().atMost(PATIENCE).until(() -> running("insert into decided%") == 1);
        Future<?> younger = appendAndWait(1, late);
        go.countDown();
        older.get();
        await().atMost(PATIENCE).until(() -> numbers().equals(Set.of(2L)));
        await().during(Duration.ofMillis(300)).until(() -> fixture.relay.lowWaterMark() == 0);
        late.countDown();
        younger.get();
        await().atMost(PATIENCE).until(() -> numbers().equals(Set.of(1L, 2L)));
        fixture.append(Fixture.event(UUID.randomUUID(), 3));
        await().atMost(PATIENCE).until(() -> fixture.relay.lowWaterMark() > 0);
    }

    private long running(String statement) {
        return fixture.database.number("""
                select count(*) from pg_stat_activity
                 where datname = current_database() and backend_xid is not null and query like '%s'""".formatted(statement));
    }

    private void execute(String sql) {
        Jdbc.execute(
                fixture.transactions, connection -> connection.createStatement().execute(sql));
    }

    @Test
    void under_many_writers_every_committed_event_arrives_and_no_other() throws Exception {
        int writers = 12;
        int each = 150;
        fixture.relay.start();
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            Random random = new Random(writer);
            long base = (long) writer * each;
            running.add(threads.submit(() -> {
                for (int turn = 0; turn < each; turn++) {
                    decide(base + turn, random);
                }
            }));
        }
        for (Future<?> writer : running) {
            writer.get();
        }
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
        await().atMost(PATIENCE).until(() -> fixture.relay.lowWaterMark() > 0);
        Set<Long> committed = LongStream.range(0, (long) writers * each)
                .filter(number -> number % 10 != 7)
                .boxed()
                .collect(Collectors.toSet());
        assertThat(numbers()).isEqualTo(committed);
        assertThat(fixture.database.number("select count(*) from decided")).isEqualTo(committed.size());
    }

    /** Every tenth decision is taken back. */
    private void decide(long number, Random random) {
        try {
            fixture.transactions.run(() -> {
                Jdbc.execute(
                        fixture.transactions,
                        connection ->
                                connection.createStatement().execute("insert into decided values (" + number + ")"));
                fixture.outbox.append(Fixture.event(UUID.randomUUID(), number), Fixture.CAUSE);
                LockSupport.parkNanos(random.nextInt(4) == 0 ? random.nextInt(30_000_000) : 0);
                if (number % 10 == 7) {
                    throw new IllegalArgumentException("taken back");
                }
            });
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("taken back");
        }
    }

    private Set<Long> numbers() {
        return fixture.kafka.all().stream()
                .map(record -> Fixture.number(record.value()))
                .collect(Collectors.toSet());
    }

    private Future<?> appendAndWait(long number, CountDownLatch commit) throws InterruptedException {
        CountDownLatch appended = new CountDownLatch(1);
        Future<?> future = threads.submit(() -> fixture.transactions.run(() -> {
            fixture.outbox.append(Fixture.event(UUID.randomUUID(), number), Fixture.CAUSE);
            appended.countDown();
            hold(commit);
        }));
        appended.await();
        return future;
    }

    private Future<?> begin(String sql, CountDownLatch commit) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> future = threads.submit(() -> fixture.transactions.run(() -> {
            Jdbc.execute(
                    fixture.transactions,
                    connection -> connection.createStatement().execute(sql));
            begun.countDown();
            hold(commit);
        }));
        begun.await();
        return future;
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long readAfter(long cursor, List<Long> read) throws SQLException {
        long last = cursor;
        try (Connection connection = fixture.database.dataSource().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select seq, payload from outbox where seq > ? order by seq")) {
            select.setLong(1, cursor);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    read.add(Fixture.number(rows.getString(2).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                }
            }
        }
        return last;
    }

    @Test
    void the_transaction_has_its_id_before_it_takes_a_seq() throws InterruptedException, ExecutionException {
        CountDownLatch release = new CountDownLatch(1);
        Future<?> lock = begin("alter sequence outbox_seq_seq restart", release);
        Future<?> waiting = threads.submit(() -> fixture.append(Fixture.event(UUID.randomUUID(), 1)));
        await().atMost(PATIENCE).until(() -> running("insert into outbox%") == 1);
        release.countDown();
        lock.get();
        waiting.get();
    }
}
