package coop.parasol.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A circuit breaker for each type of event: after three events of a type have failed in a row, further ones are set aside
 * untried, so that they cost their topic no attempts; the timer tries them, and the first that succeeds closes the breaker.
 * In the memory of the instance; thread-safe.
 */
final class FailingTypes {

    private static final int MAX_FAILURES_IN_A_ROW = 3;

    private final Map<String, Integer> failuresInARow = new ConcurrentHashMap<>();

    void failed(String type) {
        failuresInARow.merge(type, 1, Integer::sum);
    }

    void succeeded(Collection<ReceivedEvent> events) {
        if (!failuresInARow.isEmpty()) {
            events.forEach(event -> failuresInARow.remove(event.envelope().type()));
        }
    }

    /** Whether events of this type are not tried as they come. */
    boolean isSetAside(String type) {
        return failuresInARow.getOrDefault(type, 0) >= MAX_FAILURES_IN_A_ROW;
    }
}
