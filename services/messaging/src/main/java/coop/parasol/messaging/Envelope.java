package coop.parasol.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known about an event besides its content.
 *
 * @param id fixed when the event was decided; the same however often it is delivered
 * @param type CloudEvents type, such as {@code coop.parasol.membership.MemberAdmitted.v1}
 * @param subject identity of the aggregate, which is the Kafka key
 * @param sequence grows from event to event of one aggregate, with gaps; not comparable between services
 * @param time when it was decided
 */
public record Envelope(UUID id, String type, String subject, long sequence, Instant time, Cause cause) {}
