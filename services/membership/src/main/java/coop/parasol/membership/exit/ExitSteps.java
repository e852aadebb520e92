package coop.parasol.membership.exit;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The steps of each exit, as its member reads them; a step is recorded in the transaction in which it happens, and kept. */
@ApplicationScoped
class ExitSteps {

    private final Jdbi jdbi;
    private final FirmClock clock;

    ExitSteps(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A step that has happened.
     *
     * @param id ascends from step to step
     * @param amount minor units; absent where no money is meant
     * @param actor a person, a vote, another service, or time
     */
    record Recorded(
            long id,
            ExitStep step,
            @Nullable String detail,
            @Nullable Long amount,
            Instant occurredAt,
            String actor) {}

    /** @param amount minor units; null where no money is meant */
    void record(UUID exitId, ExitStep step, @Nullable String detail, @Nullable Long amount, Cause cause) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into exit_step (exit_id, step, detail, amount, occurred_at, actor)
                        values (:exit, :step, :detail, :amount, :now, :actor)
                        """)
                .bind("exit", exitId)
                .bind("step", step)
                .bindByType("detail", detail, String.class)
                .bindByType("amount", amount, Long.class)
                .bind("now", clock.now())
                .bind("actor", cause.actor())
                .execute());
    }

    /** The steps of an exit after one, oldest first. */
    List<Recorded> page(UUID exitId, long after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, step, detail, amount, occurred_at, actor from exit_step
                         where exit_id = :exit and id > :after order by id limit :maxRows
                        """)
                .bind("exit", exitId)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(Recorded.class)
                .list());
    }
}
