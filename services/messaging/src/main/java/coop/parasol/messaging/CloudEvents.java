package coop.parasol.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import coop.parasol.contracts.Event;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Events on the wire: CloudEvents 1.0, Kafka protocol binding, binary mode. The envelope is in {@code ce_} headers, the
 * value is the event record as JSON. A reader ignores fields it does not know.
 */
public final class CloudEvents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private CloudEvents() {}

    /**
     * The Kafka record of an event.
     *
     * @param topic with the prefix of the installation
     * @param service that decided the event
     * @param traceparent W3C trace context of the call that decided it; null if it was not traced
     * @param json the event's content
     */
    public static ProducerRecord<String, byte[]> record(
            String topic, String service, Envelope envelope, @Nullable String traceparent, String json) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, envelope.subject(), json.getBytes(UTF_8));
        Headers headers = record.headers();
        put(headers, "content-type", "application/json");
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", envelope.id().toString());
        put(headers, "ce_source", "/parasol/" + service);
        put(headers, "ce_type", envelope.type());
        put(headers, "ce_subject", envelope.subject());
        put(headers, "ce_time", envelope.time().toString());
        put(headers, "ce_sequence", Long.toString(envelope.sequence()));
        put(headers, "ce_actor", envelope.cause().actor());
        put(headers, "ce_causationid", envelope.cause().causationId());
        put(headers, "ce_correlationid", envelope.cause().correlationId());
        put(headers, "traceparent", traceparent);
        return record;
    }

    /**
     * The envelope of a received record. What is missing or malformed is derived from the record's topic, partition, offset
     * and timestamp, so that a foreign record has a stable id too.
     */
    public static Envelope envelope(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        UUID id = id(get(headers, "ce_id"), record);
        String key = record.key() == null ? get(headers, "ce_subject") : record.key();
        String correlation = get(headers, "ce_correlationid");
        String actor = get(headers, "ce_actor");
        return new Envelope(
                id,
                type(record),
                key == null ? "" : Jdbc.storable(key),
                sequence(get(headers, "ce_sequence")),
                time(get(headers, "ce_time"), record.timestamp()),
                new Cause(
                        actor == null ? "unknown" : actor,
                        get(headers, "ce_causationid"),
                        correlation == null ? id.toString() : correlation));
    }

    /** CloudEvents type of a received record; empty when it has none. */
    static String type(ConsumerRecord<String, byte[]> record) {
        String type = get(record.headers(), "ce_type");
        return type == null ? "" : type;
    }

    /** The event's content as it is sent. */
    public static String json(Object event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.getClass() + " cannot be written as JSON", e);
        }
    }

    /** The event in a received record's value; an {@link UnreadableEventException} if it is not the JSON of that type. */
    public static <E extends Event> E event(Class<E> type, byte[] json) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new UnreadableEventException(type.getSimpleName(), e);
        }
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }

    private static @Nullable String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : Jdbc.storable(new String(header.value(), UTF_8));
    }

    private static UUID id(@Nullable String text, ConsumerRecord<?, ?> record) {
        try {
            if (text != null) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // a foreign id: below
        }
        String place = text == null ? record.topic() + "/" + record.partition() + "/" + record.offset() : text;
        return UUID.nameUUIDFromBytes(place.getBytes(UTF_8));
    }

    private static long sequence(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Instant time(@Nullable String text, long timestamp) {
        try {
            return text == null ? Instant.ofEpochMilli(timestamp) : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.ofEpochMilli(timestamp);
        }
    }
}
