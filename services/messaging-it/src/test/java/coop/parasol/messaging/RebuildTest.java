package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import coop.parasol.contracts.MembershipEvent.MemberMoved;
import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A read model is made anew from the topics beside the running tables, and takes their place at the same positions. */
class RebuildTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS = 300;
    private static final int MEMBERS = 20;

    private final Fixture fixture = new Fixture("rebuild");
    private final Addresses addresses = new Addresses(fixture.transactions);
    private final Consumption consumption = new Consumption(
            fixture, fixture.transactions, 1, List.of(new OnMemberMoved(), new OnMemberRenamed()), false);
    private final Rebuilds rebuilds = new Rebuilds(fixture.transactions);
    private final Random random = new Random(56);
    private volatile String failing = "";

    private final class OnMemberMoved implements Handler<MemberMoved> {
        @Override
        public void on(MemberMoved event, Envelope envelope) {
            if (event.place().equals(failing)) {
                throw new IllegalArgumentException("cannot move to " + failing);
            }
            addresses.moved(List.of(event));
        }
    }

    private final class OnMemberRenamed implements Handler<MemberRenamed> {
        @Override
        public void on(MemberRenamed event, Envelope envelope) {
            addresses.renamed(List.of(event));
        }
    }

    @BeforeEach
    void tables() {
        fixture.database.execute("create table own (number bigint)");
        fixture.database.execute("create table address (member uuid primary key, place text, name text)");
        fixture.database.execute("create table member_sums (member uuid primary key, moves bigint not null default 0,"
                + " renamings bigint not null default 0, noted bigint not null default 0)");
        fixture.relay.start();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void rows_that_differ_are_missing_or_too_many_are_as_the_topics_say_and_own_columns_stay() {
        append(EVENTS);
        consumption.run(EVENTS);
        fixture.database.execute("update member_sums set noted = 7");
        List<String> right = state();
        fixture.database.execute("update address set place = 'elsewhere' where member = '" + member(1) + "'");
        fixture.database.execute("delete from address where member = '" + member(2) + "'");
        fixture.database.execute("insert into address values (gen_random_uuid(), 'nowhere', 'nobody')");
        fixture.database.execute("update member_sums set moves = moves + 5 where member = '" + member(3) + "'");

        assertThat(rebuild(true)).isEqualTo("true rows that differed: address: 3, member_sums: 1");
        assertThat(state()).as("only compared").isNotEqualTo(right);

        assertThat(rebuild(false)).isEqualTo("true rows that differed: address: 3, member_sums: 1");
        assertThat(state()).isEqualTo(right);
        assertThat(rebuild(false)).isEqualTo("true no row differed");
    }

    @Test
    void an_event_that_is_in_its_topic_twice_counts_once() {
        append(EVENTS);
        consumption.run(EVENTS);
        fixture.database.execute("insert into resend_request values (now() - interval '1 hour')");
        await().atMost(PATIENCE).until(() -> records() >= 2 * EVENTS);
        consumption.run(2 * EVENTS);

        assertThat(rebuild(false)).isEqualTo("true no row differed");
    }

    private long records() {
        try (Consumer<String, byte[]> reader =
                MessagingConfiguration.clients(TestKafka.access()).reader()) {
            return reader
                    .endOffsets(reader.partitionsFor(fixture.kafka.prefix() + "membership.members").stream()
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList())
                    .values()
                    .stream()
                    .mapToLong(end -> end)
                    .sum();
        }
    }

    @Test
    void what_is_parked_is_left_out_and_counts_once_when_it_is_replayed() {
        append(EVENTS);
        failing = "place 100";
        consumption.run(EVENTS);
        assertThat(fixture.database.number("select count(*) from parked_event")).isPositive();

        assertThat(rebuild(false)).isEqualTo("true no row differed");

        failing = "";
        await().atMost(PATIENCE).until(() -> {
            consumption.replays.retryDue();
            return fixture.database.number("select count(*) from parked_event") == 0;
        });
        assertThat(rebuild(false)).isEqualTo("true no row differed");
    }

    @Test
    void the_service_goes_on_meanwhile() throws InterruptedException {
        append(EVENTS);
        consumption.run(EVENTS);
        fixture.database.execute("update address set place = 'elsewhere'");
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger appended = new AtomicInteger(EVENTS);
        Thread decider = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                append(10);
                appended.addAndGet(10);
            }
        });
        Thread consumer = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                consumption.run(appended.get());
            }
        });
        for (int each = 0; each < 3; each++) {
            assertThat(rebuild(false)).startsWith("true");
        }
        done.set(true);
        decider.join();
        consumer.join();
        consumption.run(appended.get());

        assertThat(rebuild(false)).isEqualTo("true no row differed");
        assertThat(fixture.database.number("select sum(moves + renamings) from member_sums"))
                .isEqualTo(appended.get())
                .isGreaterThan(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 28})
    void killed_at_any_statement_it_leaves_the_tables_as_they_were_and_is_done_by_the_next(int statements) {
        append(EVENTS);
        consumption.run(EVENTS);
        List<String> right = state();
        fixture.database.execute("update address set place = 'elsewhere' where member = '" + member(1) + "'");
        List<String> wrong = state();
        request(false);
        DataSource killed = killedAfter(statements, fixture.transactions);

        try {
            rebuilder(killed).run();
        } catch (RuntimeException e) {
            assertThat(state()).as("after the kill").isEqualTo(rebuilds.open().isPresent() ? wrong : right);
        }
        rebuilder(fixture.transactions).run();

        assertThat(state()).isEqualTo(right);
        assertThat(fixture.database.number("select count(*) from rebuild where succeeded"))
                .isEqualTo(1);
    }

    /** A database that is gone after so many uses. */
    private static DataSource killedAfter(int uses, DataSource database) {
        AtomicInteger left = new AtomicInteger(uses);
        return (DataSource) Proxy.newProxyInstance(
                RebuildTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (left.getAndDecrement() == 0) {
                        throw new SQLException("killed", "57P01");
                    }
                    return database.getConnection();
                });
    }

    @Test
    void a_read_model_that_writes_another_table_is_refused_and_nothing_is_changed() {
        append(EVENTS);
        consumption.run(EVENTS);
        List<String> before = state();
        addresses.writesElsewhere = true;

        assertThat(rebuild(false)).isEqualTo("false a read model has written tables that are no copies: [own]");
        assertThat(state()).isEqualTo(before);
        assertThat(fixture.database.number("select count(*) from own")).isZero();
    }

    @Test
    void a_second_rebuild_cannot_be_asked_for_before_the_first_is_done() {
        request(false);

        assertThatThrownBy(() -> request(false)).hasMessageContaining("one_rebuild_at_a_time");
    }

    private String rebuild(boolean comparesOnly) {
        request(comparesOnly);
        Rebuild rebuild = rebuilder(fixture.transactions);
        await().atMost(PATIENCE).until(() -> {
            rebuild.run();
            return rebuilds.open().isEmpty();
        });
        return text("select succeeded || ' ' || result from rebuild order by id desc limit 1")
                .getFirst();
    }

    private void request(boolean comparesOnly) {
        fixture.database.execute("insert into rebuild (compares_only) values (" + comparesOnly + ")");
    }

    private Rebuild rebuilder(DataSource database) {
        return new Rebuild(
                database,
                fixture.transactions,
                consumption.positions,
                new Rebuilds(database),
                MessagingConfiguration.clients(TestKafka.access()),
                List.of(addresses),
                Optional.of(fixture.kafka.prefix()));
    }

    private static UUID member(int number) {
        return new UUID(9, number);
    }

    private void append(int events) {
        fixture.transactions.run(() -> {
            for (int number = 0; number < events; number++) {
                UUID member = member(number < MEMBERS ? number : random.nextInt(MEMBERS));
                fixture.outbox.append(
                        number < MEMBERS || random.nextBoolean()
                                ? new MemberMoved(member, "place " + number)
                                : new MemberRenamed(member, "name " + number),
                        Fixture.CAUSE);
            }
        });
        await().atMost(PATIENCE).until(() -> fixture.unsent() == 0);
    }

    private List<String> state() {
        List<String> rows = new ArrayList<>(text("select concat_ws(' ', member, place, name) from address order by 1"));
        rows.addAll(text("select concat_ws(' ', member, moves, renamings, noted) from member_sums order by 1"));
        return rows;
    }

    private List<String> text(String sql) {
        return Jdbc.execute(fixture.database.dataSource(), connection -> {
            List<String> rows = new ArrayList<>();
            try (var found = connection.createStatement().executeQuery(sql)) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        });
    }
}
