package coop.parasol.messaging;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;

/** UUIDs of version 7 (RFC 9562): they sort by the time they were made, so that an index of them grows at its end. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id of the present time. */
    public static UUID next() {
        Instant now = Instant.now();
        long millis = now.toEpochMilli();
        // RFC 9562, 6.2, method 3: the fraction of the millisecond takes the 12 bits after the version
        long fraction = (now.getLong(ChronoField.NANO_OF_SECOND) % 1_000_000L) * 4096 / 1_000_000L;
        long high = (millis << 16) | 0x7000L | fraction;
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
