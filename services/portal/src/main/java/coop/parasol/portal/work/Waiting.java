package coop.parasol.portal.work;

import coop.parasol.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work of one kind that waits for the person.
 *
 * @param oldest the id of what waits longest; null where nothing waits
 * @param amount what it comes to, where it is about money
 * @param due the first day on which some of it is due, where it has a day
 */
public record Waiting(
        String kind,
        String role,
        long count,
        @Nullable UUID oldest,
        @Nullable Instant since,
        @Nullable Money amount,
        @Nullable LocalDate due) {

    /** All that waits at a service for the person. */
    public record Work(List<Waiting> items) {

        /** Of one kind; none if the service knows nothing of it. */
        public Waiting of(String kind) {
            return items.stream()
                    .filter(each -> each.kind().equals(kind))
                    .findFirst()
                    .orElse(new Waiting(kind, "", 0, null, null, null, null));
        }
    }
}
