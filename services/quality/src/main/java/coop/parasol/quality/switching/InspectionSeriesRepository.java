package coop.parasol.quality.switching;

import coop.parasol.messaging.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Finds or begins a series of lots, and locks it. */
@ApplicationScoped
public class InspectionSeriesRepository {

    private static final String BEGIN = """
            insert into inspection_series (id, member_id, product, switching)
            values (:id, :member, :product, '{"classes": {}}') on conflict do nothing
            """;

    private final Jdbi jdbi;

    InspectionSeriesRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The series of a product from a producer, locked to the end of the transaction. */
    public InspectionSeries lock(UUID memberId, String product) {
        jdbi.useHandle(handle -> handle.createUpdate(BEGIN)
                .bind("id", Ids.next())
                .bind("member", memberId)
                .bind("product", product)
                .execute());
        return InspectionSeries.<InspectionSeries>find("memberId = ?1 and product = ?2", memberId, product)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }
}
