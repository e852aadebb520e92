package coop.parasol.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A parked event: this service could not handle it, or it waits behind an earlier event of the same aggregate that could
 * not be handled. Its content is kept; {@code GET /dead-letters/{id}} shows it.
 *
 * @param id of the event
 * @param subject identity of the event's aggregate
 * @param attempts how often it was tried; 0 when it only waits behind another
 * @param reason the last failure, or which aggregate it waits for
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
