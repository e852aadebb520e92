package coop.parasol.quality.switching.rules;

import org.jspecify.annotations.Nullable;

/**
 * Why inspection became more or less severe, for readers of every language.
 *
 * @param number the lots in a row, or the score; else absent
 * @param written what the quality desk has written; absent where no person has decided it
 */
public record SwitchingReason(
        Code code, @Nullable Integer number, @Nullable String written) {

    /** Which rule has changed the state (MIL-STD-105E, 4.7; ISO 2859-1, 9.3). */
    public enum Code {
        /** two of the last lots in a row were rejected on normal inspection */
        REJECTED_IN_A_ROW,
        /** the switching score is high enough for reduced inspection */
        SCORE_REACHED,
        /** the quality desk has accepted a corrective action */
        CORRECTIVE_ACTION_ACCEPTED,
        /** five lots in a row were accepted on tightened inspection */
        ACCEPTED_ON_TIGHTENED,
        /** five lots in all were rejected on tightened inspection */
        REJECTED_ON_TIGHTENED,
        /** a lot was rejected on reduced inspection */
        REJECTED_ON_REDUCED,
        /** a lot on reduced inspection was between the acceptance and the rejection number */
        IN_GAP_ON_REDUCED,
        /** the quality desk has tightened it */
        TIGHTENED_BY_DESK
    }

    static SwitchingReason of(Code code) {
        return new SwitchingReason(code, null, null);
    }

    static SwitchingReason numbered(Code code, int number) {
        return new SwitchingReason(code, number, null);
    }

    static SwitchingReason byDesk(String written) {
        return new SwitchingReason(Code.TIGHTENED_BY_DESK, null, written);
    }

    /** The same in English. */
    public String text() {
        return switch (code) {
            case REJECTED_IN_A_ROW -> "2 of the last " + number + " lots in a row were rejected";
            case SCORE_REACHED -> "the switching score has reached " + number;
            case CORRECTIVE_ACTION_ACCEPTED -> "corrective action accepted";
            case ACCEPTED_ON_TIGHTENED -> "5 lots in a row were accepted on tightened inspection";
            case REJECTED_ON_TIGHTENED -> "5 lots were rejected on tightened inspection";
            case REJECTED_ON_REDUCED -> "a lot was rejected on reduced inspection";
            case IN_GAP_ON_REDUCED -> "a lot on reduced inspection had more defects than accepted, fewer than rejected";
            case TIGHTENED_BY_DESK -> "the quality desk has tightened it: " + written;
        };
    }
}
