package coop.parasol.portal.mail.rules;

import java.time.Duration;

/**
 * How long a mail waits that was not taken: longer each time, so that a server that is slow or refuses for now is not pressed.
 *
 * @param first after the first attempt; doubled after each, up to {@code max}
 */
public record RetryPause(Duration first, Duration max) {

    private static final int MAX_DOUBLINGS = 20;

    /** @param attempts how often it was tried, once at least */
    public Duration after(int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS));
        return pause.compareTo(max) > 0 ? max : pause;
    }
}
