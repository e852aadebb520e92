package coop.parasol.portal.page;

import org.jspecify.annotations.Nullable;

/**
 * Why a producer is inspected more or less severely (MIL-STD-105E, 4.7), as quality says it.
 *
 * @param number the lots in a row, or the score; absent where the reason has none
 * @param written what the quality desk has written; absent where no person has decided it
 */
public record SwitchingReason(
        String code, @Nullable Integer number, @Nullable String written) {

    private static final ReasonMessages WORDS = Words.of(ReasonMessages.class);

    /**
     * The reason in the reader's language.
     *
     * @param text in quality's own words, for what has no code or one that is not known here
     * @param why absent where there is the text alone
     */
    public static String of(@Nullable String text, @Nullable SwitchingReason why) {
        String known = text == null ? "" : text;
        if (why == null) {
            return known;
        }
        return switch (why.code) {
            case "REJECTED_IN_A_ROW" -> WORDS.twoRejected(String.valueOf(why.number));
            case "SCORE_REACHED" -> WORDS.scoreReached(String.valueOf(why.number));
            case "CORRECTIVE_ACTION_ACCEPTED" -> WORDS.resumed();
            case "ACCEPTED_ON_TIGHTENED" -> WORDS.fiveAccepted();
            case "REJECTED_ON_TIGHTENED" -> WORDS.fiveRejected();
            case "REJECTED_ON_REDUCED" -> WORDS.rejectedOnReduced();
            case "IN_GAP_ON_REDUCED" -> WORDS.inGap();
            case "TIGHTENED_BY_DESK" -> WORDS.tightenedByDesk(why.written == null ? "" : why.written);
            default -> known;
        };
    }
}
