package coop.parasol.quality.recall;

import coop.parasol.quality.recall.rules.RecallAction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which certificates each decision is about, fixed when it is taken, and what has become of each. */
@ApplicationScoped
class RecalledCertificates {

    private static final String ADD =
            "insert into recall_certificate (recall_id, number) select :recall, number from unnest(:numbers) n(number)";
    private static final String NEXT = """
            select number from recall_certificate where recall_id = :recall and changed is null
            order by number limit :maxRows
            """;
    private static final String SET_DONE = """
            update recall_certificate set changed = number = any(:changed)
            where recall_id = :recall and number = any(:numbers)
            """;
    private static final String OVERTAKEN = """
            select c.number from recall_certificate c join recall later on later.id = c.recall_id
             where c.number = any(:numbers) and later.state = 'DECIDED'
               and (later.action = 'REINSTATEMENT') = (:action <> 'REINSTATEMENT')
               and (later.decided_at, later.id) > (:decidedAt, :recall)
            """;
    private static final String PAGE = """
            select number, changed from recall_certificate where recall_id = :recall and number > :after
            order by number limit :maxRows
            """;

    private final Jdbi jdbi;

    RecalledCertificates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param changed {@code null}: not executed yet; false: the certificate was in no state that the decision changes */
    record Item(String number, @Nullable Boolean changed) {}

    void add(UUID recallId, Collection<String> numbers) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("recall", recallId)
                .bindArray("numbers", String.class, numbers)
                .execute());
    }

    /** Locks a decision, if it is not wholly executed and no other transaction works on it. */
    boolean lockUnfinished(UUID recallId) {
        Optional<UUID> locked = jdbi.withHandle(handle -> handle.createQuery(
                        "select id from recall where id = :recall and state = 'DECIDED' and finished_at is null"
                                + " for update skip locked")
                .bind("recall", recallId)
                .mapTo(UUID.class)
                .findOne());
        return locked.isPresent();
    }

    /** The next certificates for which a decision is not executed yet. */
    List<String> next(UUID recallId, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(NEXT)
                .bind("recall", recallId)
                .bind("maxRows", maxRows)
                .mapTo(String.class)
                .list());
    }

    /** The decision is executed for these certificates, and has changed some of them. */
    void setDone(UUID recallId, Collection<String> numbers, Collection<String> changed) {
        jdbi.useHandle(handle -> handle.createUpdate(SET_DONE)
                .bind("recall", recallId)
                .bindArray("numbers", String.class, numbers)
                .bindArray("changed", String.class, changed)
                .execute());
    }

    /**
     * Certificates about which something else was decided before this decision has come to them, so that the later one
     * counts: what is suspended after a reinstatement, and what is reinstated after a suspension. A recall is superseded by
     * nothing.
     */
    Set<String> superseded(Recall recall, Collection<String> numbers) {
        if (recall.action == RecallAction.RECALL) {
            return Set.of();
        }
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery(OVERTAKEN)
                .bindArray("numbers", String.class, numbers)
                .bind("action", recall.action)
                .bind("decidedAt", recall.decidedAt)
                .bind("recall", recall.id)
                .mapTo(String.class)
                .list()));
    }

    List<Item> page(UUID recallId, String after, int maxRows) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("recall", recallId)
                .bind("after", after)
                .bind("maxRows", maxRows)
                .mapTo(Item.class)
                .list());
    }
}
