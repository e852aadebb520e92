package coop.parasol.distribution.forecast;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How much of a product and grade a partner needs in every week until it revokes it. It becomes a forecast of each coming week; what
 * the partner says for a week alone stands instead.
 */
@Entity
public class StandingNeed extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;
    public String product;
    public String grade;
    public BigDecimal quantity;

    /** UN/CEFACT Recommendation 20 code */
    public String unit;

    /** ISO week from which on it is needed */
    public String fromPeriod;

    /** ISO week: the last for which it has become a forecast */
    public String writtenUntil;

    /** The partner's need of a product and grade. */
    static Optional<StandingNeed> of(UUID partnerId, String product, String grade) {
        return StandingNeed.<StandingNeed>find(
                        "partnerId = ?1 and product = ?2 and grade = ?3", partnerId, product, grade)
                .singleResultOptional();
    }

    /** The partner whose need it is, without loading the need. */
    static Optional<UUID> partnerOf(UUID id) {
        return StandingNeed.find("select need.partnerId from StandingNeed need where need.id = ?1", id)
                .project(UUID.class)
                .singleResultOptional();
    }

    /** The partner's needs in the order of their ids. */
    static List<StandingNeed> inOrder(UUID partnerId, UUID after, int maxRows) {
        return StandingNeed.<StandingNeed>find("partnerId = ?1 and id > ?2 order by id", partnerId, after)
                .range(0, maxRows - 1)
                .list();
    }

    /** Needs that are not yet a forecast of all weeks up to one, in the order of their ids. */
    static List<UUID> notWrittenUntil(Period week, UUID after, int maxRows) {
        return StandingNeed.find(
                        "select need.id from StandingNeed need where need.writtenUntil < ?1 and need.id > ?2 order by need.id",
                        week.toString(),
                        after)
                .project(UUID.class)
                .range(0, maxRows - 1)
                .list();
    }

    Period from() {
        return Period.parse(fromPeriod);
    }

    Quantity needed() {
        return new Quantity(quantity, unit);
    }
}
