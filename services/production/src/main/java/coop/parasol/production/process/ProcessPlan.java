package coop.parasol.production.process;

import coop.parasol.production.process.rules.ProcessCapacity.Plan;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a producer says of its work centres, its closed days and the routes of its products. It alone reads it. */
@Entity
public class ProcessPlan extends PanacheEntityBase {

    @Id
    public UUID memberId;

    @JdbcTypeCode(SqlTypes.JSON)
    public Plan plan;

    @Version
    public long version;

    /** What a producer has said; nothing that bounds it if it has not said anything. */
    public static Plan of(UUID memberId) {
        @Nullable ProcessPlan known = findById(memberId);
        return known == null ? Plan.NONE : known.plan;
    }

    /** It is erased with what is personal of the firm. */
    public static void erase(UUID memberId) {
        deleteById(memberId);
    }
}
