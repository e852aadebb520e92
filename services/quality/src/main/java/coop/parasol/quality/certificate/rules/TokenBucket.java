package coop.parasol.quality.certificate.rules;

/**
 * A token bucket, which limits how often a client may call: it holds up to {@code burst} tokens and is refilled with
 * {@code perMinute}. Time is a parameter, in nanoseconds of any clock that does not go back.
 */
public final class TokenBucket {

    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double NANOS_PER_SECOND = 1e9;

    private final double burst;
    private final double perNano;
    private double tokens;
    private long filledAt;

    public TokenBucket(int burst, int perMinute, long now) {
        this.burst = burst;
        this.perNano = perMinute / NANOS_PER_MINUTE;
        this.tokens = burst;
        this.filledAt = now;
    }

    /** Takes a token; returns 0, or if there is none in how many whole seconds there will be one. */
    public synchronized int take(long now) {
        long passed = Math.max(0, now - filledAt);
        tokens = Math.min(burst, tokens + passed * perNano);
        filledAt = now;
        if (tokens >= 1) {
            tokens -= 1;
            return 0;
        }
        return (int) Math.max(1, Math.ceil((1 - tokens) / perNano / NANOS_PER_SECOND));
    }
}
