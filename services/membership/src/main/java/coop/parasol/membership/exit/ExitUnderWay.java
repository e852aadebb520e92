package coop.parasol.membership.exit;

import coop.parasol.web.Caller;
import coop.parasol.web.WaitingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A member's own exit as long as it goes on, with the day on which its notice is over. */
@ApplicationScoped
class ExitUnderWay implements WaitingWork {

    private static final String ROLE = "producer";
    private static final String KIND = "EXIT_UNDER_WAY";

    private static final String EXIT_UNDER_WAY = """
            select id, requested_at, notice_until from exit_case
             where member_id = :member and state not in ('WITHDRAWN', 'ENDED') order by requested_at limit 1
            """;

    private final Jdbi jdbi;
    private final Caller caller;

    ExitUnderWay(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** An exit that goes on. */
    record Exit(UUID id, Instant requestedAt, LocalDate noticeUntil) {}

    @Override
    public Set<String> roles() {
        return Set.of(ROLE);
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        Waiting waiting = jdbi.withHandle(handle -> handle.createQuery(EXIT_UNDER_WAY)
                .bind("member", caller.member())
                .mapTo(Exit.class)
                .findOne()
                .map(exit -> new Waiting(KIND, ROLE, 1, exit.id(), exit.requestedAt(), null, exit.noticeUntil()))
                .orElseGet(() -> new Waiting(KIND, ROLE, 0, null, null)));
        return List.of(waiting);
    }
}
