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
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * The continuing series of lots of one product from one producer, and how severely they are inspected. MIL-STD-105E
 * switches within such a series. A series is locked before a batch of it, so that decisions about its batches are taken
 * one after the other.
 */
@Entity
public class InspectionSeries extends PanacheEntityBase {

    /** Per defect class; a class that is missing has not been inspected yet. */
    public record SwitchingByClass(Map<DefectClass, Switching> classes) {
        public Switching of(DefectClass defectClass) {
            return classes.getOrDefault(defectClass, Switching.START);
        }
    }

    @Id
    public UUID id;

    public UUID memberId;
    public String product;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public SwitchingByClass switching;

    /** whether a defect class of it is DISCONTINUED: no lot of the series is inspected */
    public boolean discontinued;

    public static Optional<InspectionSeries> find(UUID memberId, String product) {
        return find("memberId = ?1 and product = ?2", memberId, product).singleResultOptional();
    }

    /** A producer's series in the order of the product codes. */
    public static List<InspectionSeries> ofProducer(UUID memberId, String afterProduct, int maxRows) {
        return InspectionSeries.<InspectionSeries>find(
                        "memberId = ?1 and product > ?2 order by product", memberId, afterProduct)
                .range(0, maxRows - 1)
                .list();
    }

    /** The severity of the next plan of a defect class; while the series is discontinued, that with which it will resume. */
    public Severity severity(DefectClass defectClass) {
        Severity severity = switching.of(defectClass).severity();
        return severity == null ? Severity.TIGHTENED : severity;
    }
}
