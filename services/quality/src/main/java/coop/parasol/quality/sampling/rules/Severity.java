package coop.parasol.quality.sampling.rules;

/** How severely lots are inspected (MIL-STD-105E); the plans are those of its tables II-A, II-B and II-C. */
public enum Severity {
    NORMAL,
    TIGHTENED,
    REDUCED
}
