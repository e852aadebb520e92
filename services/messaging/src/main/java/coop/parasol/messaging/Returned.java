package coop.parasol.messaging;

/**
 * Rows that were put back into the outbox.
 *
 * @param firstSeq lowest seq among them
 */
record Returned(int rows, long firstSeq) {
    static final Returned NONE = new Returned(0, Long.MAX_VALUE);

    Returned and(Returned other) {
        return new Returned(rows + other.rows, Math.min(firstSeq, other.firstSeq));
    }
}
