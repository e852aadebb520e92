package coop.parasol.membership.exit.rules;

import java.time.LocalDate;
import java.time.Period;

/** Why a membership ends. Whatever the reason, the settlement is the same. */
public enum ExitKind {
    /** The member has asked to leave; it may withdraw until its notice is over. */
    VOLUNTARY,
    /** The owner has died; the heirs are paid. */
    DEATH,
    /** The firm exists no more; whoever winds it up is paid. */
    DISSOLUTION,
    /** The members have expelled it by a vote. */
    EXPULSION;

    /** Whether a desk has recorded it because the member cannot speak for itself any more. */
    public boolean isRecorded() {
        return switch (this) {
            case DEATH, DISSOLUTION -> true;
            case VOLUNTARY, EXPULSION -> false;
        };
    }

    /** Whether the member has asked for it itself; only such an exit may be withdrawn by the member. */
    public boolean isVoluntary() {
        return switch (this) {
            case VOLUNTARY -> true;
            case DEATH, DISSOLUTION, EXPULSION -> false;
        };
    }

    /** The first day on which the share may be valued: after the notice period (bylaws) of a voluntary exit, at once of any other. */
    public LocalDate noticeUntil(LocalDate requestedOn, Period noticePeriod) {
        return isVoluntary() ? requestedOn.plus(noticePeriod) : requestedOn;
    }
}
