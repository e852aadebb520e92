package coop.parasol.membership.exit.rules;

import org.jspecify.annotations.Nullable;

/**
 * A death or a dissolution that was recorded by mistake is reversed by two persons, until the share is valued: as long as anybody
 * can withdraw. From then on the share is cancelled, others may have joined or divided a surplus at the value without it, and a
 * firm that is alive after all applies again.
 */
public final class TerminationReversal {

    private TerminationReversal() {}

    /** Whether a termination may be reversed. */
    public sealed interface Outcome permits Allowed, Refused {}

    /** It may be reversed. */
    public record Allowed() implements Outcome {}

    /** @param code of the problem */
    public record Refused(String code, String detail) implements Outcome {}

    /** Whether a recorded death or dissolution can still be reversed. */
    public static Outcome propose(ExitKind kind, ExitState state) {
        if (!kind.isRecorded()) {
            return new Refused("not-recorded", "This exit is no recorded death or dissolution: " + kind + ".");
        }
        if (state == ExitState.WITHDRAWN) {
            return new Refused("reversed", "It is reversed already.");
        }
        return state.isBeforeValuation()
                ? new Allowed()
                : new Refused("already-valued", "The share is valued and cancelled; apply again to come back.");
    }

    /**
     * Whether a proposed reversal takes effect.
     *
     * @param proposedBy who has proposed it; absent if nobody has
     * @param actor who approves it
     */
    public static Outcome approve(ExitKind kind, ExitState state, @Nullable String proposedBy, String actor) {
        Outcome proposal = propose(kind, state);
        if (!(proposal instanceof Allowed)) {
            return proposal;
        }
        if (proposedBy == null) {
            return new Refused("not-proposed", "Nobody has proposed to reverse it.");
        }
        return proposedBy.equals(actor)
                ? new Refused("same-person", "You have proposed it; a second person agrees.")
                : new Allowed();
    }
}
