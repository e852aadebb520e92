package coop.parasol.quality.batch;

import coop.parasol.quality.switching.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;

/** Counts producers' results as they come about, so that showing them costs the same after a million batches. */
@ApplicationScoped
class Results {

    private static final String MONTH = """
            insert into quality_month as had (member_id, product, month, inspected, accepted_first)
            values (?1, ?2, ?3, 1, ?4)
            on conflict (member_id, product, month) do update
            set inspected = had.inspected + 1, accepted_first = had.accepted_first + excluded.accepted_first
            """;
    private static final String DEFECT = """
            insert into quality_defect as had (member_id, product, defect, batches, found) values (?1, ?2, ?3, 1, ?4)
            on conflict (member_id, product, defect) do update
            set batches = had.batches + 1, found = had.found + excluded.found
            """;

    private final Session database;

    Results(Session database) {
        this.database = database;
    }

    /** A batch of the locked line is decided; defects count where they led to its rejection. */
    void decided(Batch batch, Line line, boolean original, Map<String, Integer> defects) {
        boolean certified = batch.state == Batch.State.CERTIFIED;
        if (original) {
            line.inspected++;
            line.acceptedFirst += certified ? 1 : 0;
            LocalDate month = Objects.requireNonNull(batch.inspectedAt)
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .withDayOfMonth(1);
            database.createNativeMutationQuery(MONTH)
                    .setParameter(1, batch.memberId)
                    .setParameter(2, batch.product)
                    .setParameter(3, month)
                    .setParameter(4, certified ? 1 : 0)
                    .executeUpdate();
        }
        line.scrapped += batch.state == Batch.State.SCRAPPED ? 1 : 0;
        if (!certified) {
            defects.forEach((defect, found) -> database.createNativeMutationQuery(DEFECT)
                    .setParameter(1, batch.memberId)
                    .setParameter(2, batch.product)
                    .setParameter(3, defect)
                    .setParameter(4, found)
                    .executeUpdate());
        }
    }
}
