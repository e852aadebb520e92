package coop.parasol.membership.exit.rules;

import java.time.LocalDate;
import java.time.Period;

/** Why a membership ends. Whatever the reason, the settlement is the same. */
public enum ExitKind {
    /** The member's own wish; it needs nobody's leave, and may be taken back. */
    VOLUNTARY,
    /** The owner has died; the heirs are paid. */
    DEATH,
    /** The firm exists no more; whoever winds it up is paid. */
    DISSOLUTION,
    /** The members have voted. */
    EXPULSION;

    /** A desk has recorded what has happened to the member, which cannot speak for itself any more. */
    public boolean isRecorded() {
        return this == DEATH || this == DISSOLUTION;
    }

    /** Only who leaves by its own wish may stay by its own wish. */
    public boolean isVoluntary() {
        return this == VOLUNTARY;
    }

    /** The first day on which the share may be valued: notice is given by who leaves of its own wish, by nobody else. */
    public LocalDate noticeUntil(LocalDate askedOn, Period noticePeriod) {
        return isVoluntary() ? askedOn.plus(noticePeriod) : askedOn;
    }
}
