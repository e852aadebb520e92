package coop.parasol.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sent events and inbox are partitioned by day and dropped whole. */
class MessagingPartitionsTest {

    private final TestDatabase database = new TestDatabase("partitions");
    private final MessagingPartitions partitions =
            new MessagingPartitions(database.dataSource(), Duration.ofDays(7), Duration.ofDays(30));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_event_is_remembered_for_thirty_days_and_then_forgotten_with_its_day() {
        Instant now = Instant.now();
        database.execute("insert into inbox values ('x', '" + Ids.next() + "')");
        UUID foreign = UUID.nameUUIDFromBytes(new byte[] {1});
        database.execute("insert into inbox values ('x', '" + foreign + "')");
        partitions.maintain(now);
        assertThat(database.number("select count(*) from inbox")).isEqualTo(2);
        partitions.maintain(now);
        partitions.maintain(now.plus(Duration.ofDays(29)));
        assertThat(database.number("select count(*) from inbox where event_id <> '" + foreign + "'"))
                .isEqualTo(1);
        partitions.maintain(now.plus(Duration.ofDays(32)));
        assertThat(database.number("select count(*) from inbox where event_id <> '" + foreign + "'"))
                .isZero();
    }

    @Test
    void the_inbox_must_remember_longer_than_sent_events_are_kept() {
        assertThatThrownBy(() -> new MessagingPartitions(database.dataSource(), Duration.ofDays(7), Duration.ofDays(8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
