package coop.parasol.membership.exit.rules;

import org.jspecify.annotations.Nullable;

/**
 * A death or a dissolution that was recorded by mistake is taken back by two persons, until the share is valued: as long as anybody
 * can withdraw. From then on the share is cancelled, others may have joined or divided a surplus at the value without it, and a
 * firm that is alive after all applies anew.
 */
public final class TakingBack {

    private TakingBack() {}

    /** What becomes of the wish. */
    public sealed interface Outcome permits Allowed, Refused {}

    public record Allowed() implements Outcome {}

    /** @param code of the problem */
    public record Refused(String code, String detail) implements Outcome {}

    public static Outcome propose(ExitKind kind, ExitState state) {
        if (!kind.isRecorded()) {
            return new Refused("not-recorded", "This exit is no recorded death or dissolution: " + kind + ".");
        }
        if (state == ExitState.WITHDRAWN) {
            return new Refused("taken-back", "It is taken back already.");
        }
        return state.canBeWithdrawn()
                ? new Allowed()
                : new Refused("already-valued", "The share is valued and cancelled; apply again to come back.");
    }

    /** @param proposedBy who has proposed it; absent if nobody has */
    public static Outcome approve(ExitKind kind, ExitState state, @Nullable String proposedBy, String actor) {
        Outcome proposal = propose(kind, state);
        if (!(proposal instanceof Allowed)) {
            return proposal;
        }
        if (proposedBy == null) {
            return new Refused("not-proposed", "Nobody has proposed to take it back.");
        }
        return proposedBy.equalsIgnoreCase(actor)
                ? new Refused("same-person", "You have proposed it; a second person agrees.")
                : new Allowed();
    }
}
