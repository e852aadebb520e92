package coop.parasol.production.freeze;

import coop.parasol.contracts.Period;
import coop.parasol.firm.FirmClock;
import coop.parasol.production.freeze.rules.FreezeHorizon;
import coop.parasol.production.freeze.rules.FreezeHorizon.WeekState;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Up to which ISO week planning is frozen. A decision about a commitment asks here first, and what it hears holds until its
 * transaction ends: the freeze waits for it.
 */
@ApplicationScoped
public class PlanningFreeze {

    private final FreezeBylaw bylaw;
    private final FirmClock clock;
    private final Jdbi jdbi;

    PlanningFreeze(FreezeBylaw bylaw, FirmClock clock, Jdbi jdbi) {
        this.bylaw = bylaw;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    /** The last frozen week, and the last for which it is fixed what counts; empty texts before the first freeze. */
    private record Row(String frozenUntil, String countedUntil) {}

    /** Frozen weeks for which it is to be fixed what counts: those after the one and up to the other. */
    public record Uncounted(Period after, Period until) {

        /** Whether there is none. */
        public boolean isEmpty() {
            return after.compareTo(until) >= 0;
        }
    }

    /** Why nothing is planned anew for a week; empty if it may be: it is not over, and not more than two years ahead. */
    public Optional<Refusal> refusalToPlan(Period week) {
        if (isOver(week)) {
            return Optional.of(over(week));
        }
        Period last = Period.of(clock.today().plusWeeks(FreezeHorizon.MAX_WEEKS_AHEAD));
        return week.compareTo(last) <= 0
                ? Optional.empty()
                : Optional.of(new Refusal.InvalidField(
                        "period", "too-far-ahead", "Nothing is planned for weeks after " + last + "."));
    }

    /** Why nothing is committed or changed for a week; empty if it may be. The answer holds to the end of the transaction. */
    public Optional<Refusal> refusalToChange(Period week) {
        return switch (lockedStateOf(week)) {
            case OPEN -> Optional.empty();
            case FROZEN -> Optional.of(frozen(week));
            case OVER -> Optional.of(over(week));
        };
    }

    /** Why a commitment for a week is not released; empty if it may be. The answer holds to the end of the transaction. */
    public Optional<Refusal> refusalToRelease(Period week) {
        return switch (lockedStateOf(week)) {
            case OPEN, OVER -> Optional.empty();
            case FROZEN -> Optional.of(frozen(week));
        };
    }

    /** Why a commitment for a week is not handed over; empty if it may be. The answer holds to the end of the transaction. */
    public Optional<Refusal> refusalToHandOver(Period week) {
        return switch (lockedStateOf(week)) {
            case OPEN ->
                Optional.of(new Refusal.Conflict(
                        "week-open",
                        "Planning of " + week + " is not frozen; change the commitment, or offer a part of it."));
            case FROZEN -> Optional.empty();
            case OVER -> Optional.of(over(week));
        };
    }

    /** Whether a week is over. */
    public boolean isOver(Period week) {
        return week.compareTo(Period.of(clock.today())) < 0;
    }

    /** The first week for which commitments may be made. */
    public Period firstOpen() {
        Period last = lastFrozen(frozenUntil(""), clock.now());
        return Period.of(last.monday().plusWeeks(1));
    }

    /**
     * Freezes the weeks that are inside the horizon by now. Nothing is committed for them from the end of the transaction on.
     *
     * @return what is left to be counted
     */
    public Uncounted freeze() {
        Instant now = clock.now();
        Row row = jdbi.withHandle(
                handle -> handle.createQuery("select frozen_until, counted_until from planning_freeze for update")
                        .mapTo(Row.class)
                        .one());
        Period until = lastFrozen(row.frozenUntil(), now);
        Period counted = row.countedUntil().isEmpty()
                ? lastWeekBeforeTheFirstFreeze(until, now)
                : Period.parse(row.countedUntil());
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update planning_freeze set frozen_until = :until, counted_until = :counted"
                                + " where frozen_until <> :until or counted_until <> :counted")
                .bind("until", until.toString())
                .bind("counted", counted.toString())
                .execute());
        return new Uncounted(counted, until);
    }

    /** It is fixed for the weeks up to this one what counts. */
    public void counted(Period until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update planning_freeze set counted_until = :until where counted_until < :until")
                .bind("until", until.toString())
                .execute());
    }

    /** What was over before the firm has begun to plan here is counted for nobody. */
    private Period lastWeekBeforeTheFirstFreeze(Period frozenUntil, Instant now) {
        Period lastWeek = Period.of(clock.day(now).minusWeeks(1));
        return lastWeek.compareTo(frozenUntil) <= 0 ? lastWeek : frozenUntil;
    }

    private WeekState lockedStateOf(Period week) {
        String stored = frozenUntil(" for share");
        Instant now = clock.now();
        return FreezeHorizon.stateOf(week, clock.day(now), lastFrozen(stored, now));
    }

    private String frozenUntil(String lock) {
        return jdbi.withHandle(handle -> handle.createQuery("select frozen_until from planning_freeze" + lock)
                .mapTo(String.class)
                .one());
    }

    /** The later of what is stored and what the bylaws say at the moment. */
    private Period lastFrozen(String stored, Instant now) {
        Period byBylaws = FreezeHorizon.lastFrozen(clock.day(now), bylaw.inForceAt(now));
        if (stored.isEmpty()) {
            return byBylaws;
        }
        Period frozen = Period.parse(stored);
        return frozen.compareTo(byBylaws) > 0 ? frozen : byBylaws;
    }

    private static Refusal over(Period week) {
        return new Refusal.Conflict("week-over", "The week " + week + " is over.");
    }

    private static Refusal frozen(Period week) {
        return new Refusal.Conflict(
                "week-frozen", "Planning of " + week + " is frozen; what is committed for it stays as it is.");
    }
}
