package coop.parasol.portal.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work of one kind that waits for the person.
 *
 * @param oldest the id of what waits longest; null where nothing waits
 */
public record Waiting(
        String kind,
        String role,
        long count,
        @Nullable UUID oldest,
        @Nullable Instant since) {

    /** All that waits at a service for the person. */
    public record Work(List<Waiting> items) {

        /** Of one kind; none if the service knows nothing of it. */
        public Waiting of(String kind) {
            return items.stream()
                    .filter(each -> each.kind().equals(kind))
                    .findFirst()
                    .orElse(new Waiting(kind, "", 0, null, null));
        }
    }
}
