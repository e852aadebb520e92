package coop.parasol.web;

import coop.parasol.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a feature waits for the people of a role. Every feature in which something waits has a bean of it. */
public interface WaitingWork {

    /**
     * Work of one kind.
     *
     * @param kind such as {@code PAYMENT_RUN_TO_APPROVE}
     * @param role whose work it is
     * @param count how many wait
     * @param oldest the id of the one that waits longest; absent where none waits
     * @param since since when that one waits
     * @param amount what they come to, where they are about money
     * @param due the first day on which one of them is due, where they have a day
     */
    record Waiting(
            String kind,
            String role,
            long count,
            @Nullable UUID oldest,
            @Nullable Instant since,
            @Nullable Money amount,
            @Nullable LocalDate due) {

        /** Work without an amount and a day. */
        public Waiting(String kind, String role, long count, @Nullable UUID oldest, @Nullable Instant since) {
            this(kind, role, count, oldest, since, null, null);
        }
    }

    /** Whose work it is; each kind of it is of one of these roles. */
    Set<String> roles();

    /** All kinds of it for each of the roles, also those of which none waits for the person: what it has proposed itself is for a colleague. */
    List<Waiting> waitingFor(String person);
}
