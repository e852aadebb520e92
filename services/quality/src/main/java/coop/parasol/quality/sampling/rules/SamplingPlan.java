package coop.parasol.quality.sampling.rules;

import coop.parasol.contracts.QualityEvent.DefectClass;
import java.math.BigDecimal;

/**
 * How one class of defects is judged in a lot.
 *
 * @param aql acceptable quality limit, per cent
 * @param letter of the plan that is used, after following arrows
 * @param sampleSize units to inspect for this class, at most the lot
 * @param acceptance largest number of defective units with which the lot is accepted
 */
public record SamplingPlan(DefectClass defectClass, BigDecimal aql, char letter, int sampleSize, int acceptance) {

    /** The smallest number of defective units with which the lot is rejected. */
    public int rejection() {
        return acceptance + 1;
    }

    /** Whether the standard's table has this acceptable quality limit. */
    public static boolean isAql(BigDecimal aql) {
        return NormalPlans.isAql(aql);
    }

    /**
     * The plan of normal inspection (MIL-STD-105E, tables I and II-A). A sample as large as the lot is the lot. No critical
     * defect is ever accepted, whatever its AQL.
     *
     * @param lotSize units in the lot, at least one
     */
    public static SamplingPlan normal(DefectClass defectClass, BigDecimal aql, InspectionLevel level, long lotSize) {
        NormalPlans.Cell cell = NormalPlans.plan(CodeLetters.letter(lotSize, level), aql);
        int acceptance = defectClass == DefectClass.CRITICAL ? 0 : cell.acceptance();
        return new SamplingPlan(
                defectClass, aql, cell.letter(), (int) Math.min(cell.sampleSize(), lotSize), acceptance);
    }
}
