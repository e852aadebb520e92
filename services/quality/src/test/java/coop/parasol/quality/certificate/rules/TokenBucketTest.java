package coop.parasol.quality.certificate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void a_burst_is_served_and_then_a_fixed_number_a_minute() {
        TokenBucket bucket = new TokenBucket(3, 30, 0);

        assertThat(bucket.take(0)).isZero();
        assertThat(bucket.take(0)).isZero();
        assertThat(bucket.take(0)).isZero();
        assertThat(bucket.take(0)).isEqualTo(2);
        assertThat(bucket.take(SECOND)).isEqualTo(1);
        assertThat(bucket.take(2 * SECOND)).isZero();
        assertThat(bucket.take(2 * SECOND)).isEqualTo(2);
    }

    @Test
    void a_client_that_was_quiet_for_long_has_one_burst_and_no_more() {
        TokenBucket bucket = new TokenBucket(2, 60, 0);

        assertThat(bucket.take(1_000_000 * SECOND)).isZero();
        assertThat(bucket.take(1_000_000 * SECOND)).isZero();
        assertThat(bucket.take(1_000_000 * SECOND)).isEqualTo(1);
    }

    @Test
    void in_a_minute_of_continuous_requests_burst_and_rate_are_served() {
        TokenBucket bucket = new TokenBucket(10, 60, 0);
        int served = 0;
        for (long now = 0; now < 60 * SECOND; now += SECOND / 100) {
            served += bucket.take(now) == 0 ? 1 : 0;
        }

        assertThat(served).isBetween(69, 70);
    }
}
