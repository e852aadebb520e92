package coop.parasol.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

    private final UUID member = new UUID(1, 2);
    private final Event event = new MemberAdmitted(
            member, "Asha Prints \u0000 & Sons", Money.of("10.50", "INR"), LocalDate.of(2026, 11, 2), null);
    private final Envelope envelope = new Envelope(
            Ids.next(),
            "coop.parasol.membership.MemberAdmitted.v1",
            event.subject(),
            42,
            Instant.parse("2026-11-02T03:04:05.123456Z"),
            new Cause("rekha", "caused-by", "correlated-with"));

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                3,
                77,
                1000L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    @Test
    void an_event_is_read_as_it_was_written() {
        ProducerRecord<String, byte[]> sent = CloudEvents.record(
                "membership.members", "membership", envelope, "00-trace-span-01", CloudEvents.json(event));
        ConsumerRecord<String, byte[]> received = received(sent);
        assertThat(CloudEvents.envelope(received)).isEqualTo(envelope);
        assertThat(CloudEvents.event(MemberAdmitted.class, received.value())).isEqualTo(event);
    }

    @Test
    void headers_are_those_of_cloud_events_in_binary_mode() {
        ProducerRecord<String, byte[]> sent = CloudEvents.record(
                "membership.members", "membership", envelope, "00-trace-span-01", CloudEvents.json(event));
        assertThat(sent.key()).isEqualTo(member.toString());
        assertThat(sent.headers())
                .extracting(header -> header.key() + ": " + new String(header.value(), UTF_8))
                .containsExactly(
                        "content-type: application/json",
                        "ce_specversion: 1.0",
                        "ce_id: " + envelope.id(),
                        "ce_source: /parasol/membership",
                        "ce_type: coop.parasol.membership.MemberAdmitted.v1",
                        "ce_subject: " + member,
                        "ce_time: 2026-11-02T03:04:05.123456Z",
                        "ce_sequence: 42",
                        "ce_actor: rekha",
                        "ce_causationid: caused-by",
                        "ce_correlationid: correlated-with",
                        "traceparent: 00-trace-span-01");
    }

    @Test
    void a_field_of_a_newer_writer_is_ignored() {
        String json = CloudEvents.json(event).replaceFirst("\\{", "{\"new\":[1],");
        assertThat(CloudEvents.event(MemberAdmitted.class, json.getBytes(UTF_8)))
                .isEqualTo(event);
    }

    @Test
    void a_record_without_an_envelope_still_has_an_identity() {
        ConsumerRecord<String, byte[]> bare = new ConsumerRecord<>("t", 1, 5, "key", new byte[0]);
        Envelope first = CloudEvents.envelope(bare);
        assertThat(first).isEqualTo(CloudEvents.envelope(bare));
        assertThat(first.subject()).isEqualTo("key");
        assertThat(first.id())
                .isNotEqualTo(CloudEvents.envelope(new ConsumerRecord<>("t", 1, 6, "key", new byte[0]))
                        .id());
    }

    @Test
    void malformed_headers_do_not_fail() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_id", "no uuid".getBytes(UTF_8))
                .add("ce_time", "yesterday".getBytes(UTF_8))
                .add("ce_sequence", "many".getBytes(UTF_8))
                .add("ce_actor", null)
                .add("ce_correlationid", new byte[] {0, (byte) 0xc3});
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                "t", 0, 0, 5L, TimestampType.CREATE_TIME, 0, 0, "a\u0000b", new byte[0], headers, Optional.empty());
        Envelope read = CloudEvents.envelope(record);
        assertThat(read.time()).isEqualTo(Instant.ofEpochMilli(5));
        assertThat(read.subject()).isEqualTo("a\uFFFDb");
        assertThat(read.cause().correlationId()).doesNotContain("\u0000");
    }

    @Test
    void a_consequence_keeps_the_actor_and_the_correlation() {
        assertThat(Cause.by(envelope))
                .isEqualTo(new Cause("rekha", envelope.id().toString(), "correlated-with"));
    }
}
