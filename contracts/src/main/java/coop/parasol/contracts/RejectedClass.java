package coop.parasol.contracts;

import java.math.BigDecimal;

/**
 * One defect class by whose sampling plan a batch is rejected.
 *
 * @param found nonconforming units of the sample, or defects in them
 * @param sampleSize units inspected for this class
 * @param accepted the largest number with which the batch had been accepted
 * @param countsDefects whether defects are counted (MIL-STD-105E above AQL 10), not nonconforming units
 */
public record RejectedClass(
        QualityEvent.DefectClass defectClass, int found, int sampleSize, int accepted, boolean countsDefects) {

    private static final BigDecimal LARGEST_AQL_OF_UNITS = BigDecimal.TEN;

    /**
     * Whether a sampling plan counts every defect, and not every nonconforming unit (MIL-STD-105E, 4.4).
     *
     * @param aql its acceptable quality limit, per cent nonconforming or defects per hundred units
     */
    public static boolean countsDefects(BigDecimal aql) {
        return aql.compareTo(LARGEST_AQL_OF_UNITS) > 0;
    }
}
