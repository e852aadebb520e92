package coop.parasol.quality.sampling.rules;

/** How severely a producer's lots are inspected: tables II-A, II-B and II-C of MIL-STD-105E hold the plans. */
public enum Severity {
    NORMAL,
    TIGHTENED,
    REDUCED
}
