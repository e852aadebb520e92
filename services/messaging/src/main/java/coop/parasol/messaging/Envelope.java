package coop.parasol.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * The metadata of an event, sent as CloudEvents attributes; the content is the event record.
 *
 * @param id fixed when the event was decided; the same however often it is delivered
 * @param type CloudEvents type, such as {@code coop.parasol.membership.MemberAdmitted.v1}
 * @param subject identity of the aggregate, which is the Kafka key
 * @param sequence the outbox's seq: grows from event to event of one aggregate, with gaps; not comparable between services
 * @param time when it was decided, to the microsecond
 * @param cause who set it off, with causation and correlation ids
 */
public record Envelope(UUID id, String type, String subject, long sequence, Instant time, Cause cause) {}
