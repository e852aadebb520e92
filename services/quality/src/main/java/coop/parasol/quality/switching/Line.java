package coop.parasol.quality.switching;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.quality.sampling.rules.Severity;
import coop.parasol.quality.switching.rules.Switching;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One producer's batches of one product: how severely they are inspected, and how they fared. */
@Entity
public class Line extends PanacheEntityBase {

    /** Per defect class; a class that is missing has not been inspected yet. */
    public record States(Map<DefectClass, Switching> classes) {
        public Switching of(DefectClass defectClass) {
            return classes.getOrDefault(defectClass, Switching.START);
        }
    }

    @Id
    public UUID id;

    public UUID memberId;
    public String product;

    @JdbcTypeCode(SqlTypes.JSON)
    public States states;

    /** whether a class of it is DISCONTINUED: nothing of it is inspected */
    public boolean discontinued;

    public long inspected;
    public long acceptedFirst;
    public long reworked;
    public long scrapped;

    public static Optional<Line> of(UUID memberId, String product) {
        return find("memberId = ?1 and product = ?2", memberId, product).singleResultOptional();
    }

    /** A producer's lines by product, up to {@code most} of those after one. */
    public static List<Line> of(UUID memberId, String after, int most) {
        return Line.<Line>find("memberId = ?1 and product > ?2 order by product", memberId, after)
                .range(0, most - 1)
                .list();
    }

    /** The severity of the next plan of a class. */
    public Severity severity(DefectClass defectClass) {
        Severity severity = states.of(defectClass).severity();
        return severity == null ? Severity.TIGHTENED : severity;
    }
}
