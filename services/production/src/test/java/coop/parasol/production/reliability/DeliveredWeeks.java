package coop.parasol.production.reliability;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Weeks that are over, with what counted of producers' commitments for them and what they have delivered. */
@ApplicationScoped
public class DeliveredWeeks {

    private final Jdbi jdbi;
    private final FirmClock clock;

    DeliveredWeeks(Jdbi jdbi, FirmClock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** So much counted of a commitment of grade A for a week. */
    public UUID counted(UUID member, String product, Period week, long counts) {
        UUID commitment = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    handle.createUpdate("""
                            insert into frozen_week (product, grade, period, unit, wanted, committed, producers, counted_at)
                            values (:product, 'A', :week, 'C62', 1000, 1000, 1, now()) on conflict do nothing
                            """)
                            .bind("product", product)
                            .bind("week", week)
                            .execute();
                    handle.createUpdate("""
                            insert into counted_commitment (period, product, grade, member_id, committed, committed_by_owner,
                                                            counts)
                            values (:week, :product, 'A', :member, :counts, :counts, :counts)
                            """)
                            .bind("product", product)
                            .bind("week", week)
                            .bind("member", member)
                            .bind("counts", counts)
                            .execute();
                    handle.createUpdate("""
                            insert into commitment (id, member_id, product, grade, period, route, quantity, unit, reported,
                                                    state, version)
                            values (:id, :member, :product, 'A', :week, 'hand', :counts, 'C62', :counts, 'FULFILLED', 0)
                            """)
                            .bind("id", commitment)
                            .bind("product", product)
                            .bind("week", week)
                            .bind("member", member)
                            .bind("counts", counts)
                            .execute();
                }));
        return commitment;
    }

    /**
     * A batch for a commitment.
     *
     * @param grade in which it is certified; empty for one that is not
     */
    public void batch(UUID member, String product, UUID commitment, long pieces, String grade, Instant reportedAt) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into batch (id, member_id, product, lot, quantity, unit, made_on, route, commitment_id, state,
                                           grade, reported_at)
                        values (gen_random_uuid(), :member, :product, 'L-' || gen_random_uuid(), :pieces, 'C62', current_date,
                                'hand', :commitment, :state, nullif(:grade, ''), :reportedAt)
                        """)
                        .bind("member", member)
                        .bind("product", product)
                        .bind("pieces", pieces)
                        .bind("commitment", commitment)
                        .bind("state", grade.isEmpty() ? "REJECTED" : "CERTIFIED")
                        .bind("grade", grade)
                        .bind("reportedAt", reportedAt)
                        .execute()));
    }

    /** The first moment after a week, so many seconds off. */
    public Instant endOf(Period week, long seconds) {
        return clock.startOfDay(week.monday().plusWeeks(1)).plusSeconds(seconds);
    }
}
