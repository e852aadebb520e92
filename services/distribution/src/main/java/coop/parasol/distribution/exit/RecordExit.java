package coop.parasol.distribution.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Puts an exit on record when it is first heard of, be it from membership or from quality. */
@ApplicationScoped
class RecordExit {

    private final Jdbi jdbi;

    RecordExit(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The exit on record, new or not, locked until the transaction ends. */
    ExitClearance record(UUID exitId, UUID memberId) {
        // by SQL, so that of two consumers that hear of it at once one waits instead of failing
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into exit_clearance (exit_id, member_id, state) values (:exitId, :memberId, 'OPEN')
                        on conflict do nothing
                        """)
                .bind("exitId", exitId)
                .bind("memberId", memberId)
                .execute());
        return ExitClearance.lock(exitId);
    }
}
