package coop.parasol.quality.batch;

import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Samples that were due and could not be drawn: when each is tried again, and how many there are. */
@ApplicationScoped
class UndrawnSamples {

    private static final int MAX_FAILURE_CHARACTERS = 500;

    private final Jdbi jdbi;

    UndrawnSamples(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Samples that cannot be drawn.
     *
     * @param oldest the batch that waits longest
     */
    record Waiting(long count, Optional<UUID> oldest) {}

    /** Tries a batch again after half a minute, and after twice as long each further time, at most an hour. */
    void putOff(UUID batchId, Instant now, Throwable failure) {
        String text = String.valueOf(failure);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into undrawn_sample as u (batch_id, attempts, failed_at, next_try_at, failure)
                        values (:batch, 1, :now, cast(:now as timestamptz) + interval '30 seconds', :failure)
                        on conflict (batch_id) do update
                           set attempts = u.attempts + 1, failed_at = :now, failure = excluded.failure,
                               next_try_at = cast(:now as timestamptz)
                                             + interval '30 seconds' * least(120, 2 ^ least(u.attempts, 7))
                        """)
                .bind("batch", batchId)
                .bind("now", now)
                .bind("failure", text.substring(0, Math.min(text.length(), MAX_FAILURE_CHARACTERS)))
                .execute());
    }

    /** Forgets batches whose samples are drawn. */
    void forget(Collection<UUID> batchIds) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from undrawn_sample where batch_id = any(:ids)")
                .bindArray("ids", UUID.class, Columns.of(batchIds, each -> each))
                .execute());
    }

    /** Those that still wait. */
    Waiting waiting() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as count, (array_agg(b.id order by b.sample_due_at, b.id))[1] as oldest
                          from undrawn_sample u join batch b on b.id = u.batch_id
                         where b.state = 'REPORTED'
                        """)
                .map((row, context) ->
                        new Waiting(row.getLong("count"), Optional.ofNullable(row.getObject("oldest", UUID.class))))
                .one());
    }
}
