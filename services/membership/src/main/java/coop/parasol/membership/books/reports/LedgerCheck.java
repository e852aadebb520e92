package coop.parasol.membership.books.reports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;

/** What the last check of the books has found, and when: one row, which every instance of the service shows. Amounts are minor units. */
@Entity
public class LedgerCheck extends PanacheEntityBase {

    static final int LAST = 1;

    @Id
    public int id;

    /** the moment whose books were checked */
    public Instant checkedAt;

    public boolean entriesSumToZero;
    public boolean netBookValueEquation;
    public boolean onePerMember;
    public long assets;
    public long liabilities;
    public long openIncome;
    public long equity;
    public long shares;

    /** Empty until the first check. */
    static Optional<LedgerCheck> last() {
        return findByIdOptional(LAST);
    }

    boolean holds() {
        return entriesSumToZero && netBookValueEquation && onePerMember;
    }
}
