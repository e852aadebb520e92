package coop.parasol.pricing.statement;

import coop.parasol.contracts.PricingEvent.PayoutStated;
import coop.parasol.messaging.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a producer gets from a pool, as it was told. */
@Entity
public class Statement extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID settlementId;
    public UUID memberId;

    @JdbcTypeCode(SqlTypes.JSON)
    public PayoutStated content;

    public static void keep(UUID settlementId, PayoutStated stated) {
        Statement statement = new Statement();
        statement.id = Ids.next();
        statement.settlementId = settlementId;
        statement.memberId = stated.memberId();
        statement.content = stated;
        statement.persist();
    }

    /** Newest first; of one member or of all. */
    static List<Statement> page(@Nullable UUID memberId, UUID after, int fetch) {
        return (memberId == null
                        ? Statement.<Statement>find("id < ?1 order by id desc", after)
                        : Statement.<Statement>find("memberId = ?2 and id < ?1 order by id desc", after, memberId))
                .range(0, fetch - 1)
                .list();
    }

    /** Of one pool; of one member or of all. */
    static List<Statement> ofPool(UUID settlementId, @Nullable UUID memberId) {
        return memberId == null
                ? list("settlementId = ?1 order by memberId", settlementId)
                : list("settlementId = ?1 and memberId = ?2", settlementId, memberId);
    }
}
