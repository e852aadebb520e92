package coop.parasol.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that waits at this service because it, or an earlier one of the same aggregate, could not be handled. What it
 * said can be read at its place in Kafka, and from the table through {@code GET /dead-letters/{id}}.
 *
 * @param id of the event
 * @param attempts how often it was tried; 0 when it only waits behind another
 * @param reason why it failed, or what it waits for
 */
public record DeadLetter(
        UUID id,
        String type,
        String topic,
        int partition,
        long offset,
        String subject,
        int attempts,
        String reason,
        Instant parkedAt) {}
