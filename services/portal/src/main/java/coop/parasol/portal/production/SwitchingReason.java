package coop.parasol.portal.production;

import coop.parasol.portal.page.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a producer is inspected more or less severely (MIL-STD-105E, 4.7), in the reader's language. */
final class SwitchingReason {

    private static final Pattern REJECTED = Pattern.compile("2 of the last (\\d) lots in a row were rejected");
    private static final Pattern SCORE = Pattern.compile("the switching score has reached (\\d{1,9})");
    private static final RecordMessages WORDS = Words.of(RecordMessages.class);

    private SwitchingReason() {}

    /** @param reason as quality says it; what a desk has written stays as it is */
    static String of(String reason) {
        Matcher rejected = REJECTED.matcher(reason);
        if (rejected.matches()) {
            return WORDS.twoRejected(rejected.group(1));
        }
        Matcher score = SCORE.matcher(reason);
        if (score.matches()) {
            return WORDS.scoreReached(score.group(1));
        }
        return switch (reason) {
            case "corrective action accepted" -> WORDS.resumed();
            case "5 lots in a row were accepted on tightened inspection" -> WORDS.fiveAccepted();
            case "5 lots were rejected on tightened inspection" -> WORDS.fiveRejected();
            case "a lot was rejected on reduced inspection" -> WORDS.rejectedOnReduced();
            case "a lot on reduced inspection had more defects than accepted, fewer than rejected" -> WORDS.inGap();
            default -> reason;
        };
    }
}
