package coop.parasol.contracts;

/**
 * One defect class by whose sampling plan a batch is rejected.
 *
 * @param found nonconforming units of the sample, or defects in them
 * @param sampleSize units inspected for this class
 * @param accepted the largest number with which the batch had been accepted
 * @param countsDefects whether defects are counted (MIL-STD-105E above AQL 10), not nonconforming units
 */
public record RejectedClass(
        QualityEvent.DefectClass defectClass, int found, int sampleSize, int accepted, boolean countsDefects) {}
