package coop.parasol.distribution.conservation;

import coop.parasol.distribution.conservation.CheckConservation.Report;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the last check of conservation has found, and when: one row, which every instance of the service shows. */
@Entity
public class StockCheck extends PanacheEntityBase {

    static final int LAST = 1;

    @Id
    public int id;

    public Instant checkedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    public Report report;

    /** Empty until the first check. */
    static Optional<StockCheck> last() {
        return findByIdOptional(LAST);
    }
}
