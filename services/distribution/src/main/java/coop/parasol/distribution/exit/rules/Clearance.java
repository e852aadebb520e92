package coop.parasol.distribution.exit.rules;

import org.jspecify.annotations.Nullable;

/**
 * When distribution clears a leaving member: its exit is binding, quality has said how many of its batches were ever
 * certified, all of them have become stock, what it takes back has left the stock, and what it has offered is bought,
 * declined or lapsed. What is unsold then stays in the pools and is paid as it sells.
 */
public final class Clearance {

    private Clearance() {}

    /**
     * Whether distribution clears the member.
     *
     * @param isBinding whether the exit is binding, so that the member chooses nothing any more
     * @param batchesCertified null while quality has not cleared the member
     * @param batchesReceived certified batches that have become stock
     * @param undecided batches that the member takes back and that have not left, or that it has offered and nobody has
     *     decided about
     */
    public static boolean isCleared(
            boolean isBinding, @Nullable Long batchesCertified, long batchesReceived, long undecided) {
        return isBinding && batchesCertified != null && batchesReceived >= batchesCertified && undecided == 0;
    }
}
