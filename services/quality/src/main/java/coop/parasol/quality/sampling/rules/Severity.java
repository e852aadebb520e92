package coop.parasol.quality.sampling.rules;

/** How severely a producer's lots are inspected: MIL-STD-105E 4.6. Tables II-A, II-B and II-C hold the plans. */
public enum Severity {
    NORMAL,
    TIGHTENED,
    REDUCED
}
