package coop.parasol.quality.sampling.rules;

import coop.parasol.contracts.QualityEvent.DefectClass;
import coop.parasol.contracts.RejectedClass;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The single sampling plan by which a lot is judged for one defect class (MIL-STD-105E).
 *
 * @param aql acceptable quality limit, per cent; above 10 defects per hundred units
 * @param letter sample size code letter of the plan that is used, after following the table's arrows
 * @param sampleSize units to inspect for this class, at most the lot
 * @param acceptance largest number of defective units (above AQL 10: of defects) with which the lot is accepted
 * @param rejection smallest number with which it is rejected. In reduced inspection there may be a gap between the two:
 *     such a lot is accepted, and normal inspection comes back (MIL-STD-105E, table II-C)
 * @param severity of the inspection, which names the master table
 */
public record SamplingPlan(
        DefectClass defectClass,
        BigDecimal aql,
        char letter,
        int sampleSize,
        int acceptance,
        int rejection,
        Severity severity) {

    public SamplingPlan {
        if (rejection <= acceptance || sampleSize < 1) {
            throw new IllegalArgumentException(
                    "no plan: n %d Ac %d Re %d".formatted(sampleSize, acceptance, rejection));
        }
    }

    /** Whether every defect is counted, not only every defective unit. */
    public boolean countsDefects() {
        return RejectedClass.countsDefects(aql);
    }

    /**
     * The plan of MIL-STD-105E, tables I and II-A to II-C. A sample as large as the lot is the lot. No critical defect is
     * ever accepted, whatever its AQL.
     *
     * @param lotSize units in the lot, at least one
     */
    public static SamplingPlan of(
            DefectClass defectClass, BigDecimal aql, InspectionLevel level, long lotSize, Severity severity) {
        MasterTable.Cell cell = MasterTable.of(severity).plan(CodeLetterTable.letter(lotSize, level), aql);
        boolean critical = defectClass == DefectClass.CRITICAL;
        return new SamplingPlan(
                defectClass,
                aql,
                cell.letter(),
                (int) Math.min(cell.sampleSize(), lotSize),
                critical ? 0 : cell.acceptance(),
                critical ? 1 : cell.rejection(),
                severity);
    }

    /** The acceptance number of the same sample were the AQL one step tighter; none for the tightest AQL. */
    public Optional<Integer> acceptanceOneStepTighter() {
        return Aql.tighter(aql)
                .map(tighter -> MasterTable.of(severity).plan(letter, tighter).acceptance());
    }
}
