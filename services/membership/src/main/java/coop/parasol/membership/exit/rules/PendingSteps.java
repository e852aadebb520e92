package coop.parasol.membership.exit.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an exit waits for, through whom, and by when. */
public final class PendingSteps {

    private PendingSteps() {}

    /** What an exit can wait for. */
    public enum Next {
        PRODUCTION_CLEARS,
        QUALITY_CLEARS,
        DISTRIBUTION_CLEARS,
        NOTICE_ENDS,
        SHARE_IS_VALUED,
        PAYMENT_COMES_DUE,
        ROOM_UNDER_THE_CAP,
        PAYMENT_IS_MADE,
        HOLDBACK_IS_RELEASED,
        LAST_STATEMENT
    }

    /**
     * One thing to wait for.
     *
     * @param through the service, the desk or the time that it depends on
     * @param on the day on which it happens, or at the latest; absent where it depends on the one it is through
     */
    public record Waiting(
            Next what, String through, @Nullable LocalDate on) {}

    /** Which services have cleared the exit. */
    public record Clearances(boolean production, boolean quality, boolean distribution) {}

    /** A payment that is not paid yet. */
    public record Unpaid(ExitPaymentState state, LocalDate dueOn) {}

    /** What an exit waits for before the valuation of the share. */
    public static List<Waiting> beforeValuation(Clearances clearances, LocalDate noticeUntil, LocalDate today) {
        List<Waiting> waiting = new ArrayList<>();
        if (!clearances.production()) {
            waiting.add(new Waiting(Next.PRODUCTION_CLEARS, "production", null));
        }
        if (!clearances.quality()) {
            waiting.add(new Waiting(Next.QUALITY_CLEARS, "quality", null));
        }
        if (!clearances.distribution()) {
            waiting.add(new Waiting(Next.DISTRIBUTION_CLEARS, "distribution", null));
        }
        if (today.isBefore(noticeUntil)) {
            waiting.add(new Waiting(Next.NOTICE_ENDS, "time", noticeUntil));
        }
        boolean cleared = clearances.production() && clearances.quality() && clearances.distribution();
        waiting.add(new Waiting(Next.SHARE_IS_VALUED, "membership", cleared ? later(noticeUntil, today) : null));
        return List.copyOf(waiting);
    }

    /**
     * What an exit waits for from the valuation on.
     *
     * @param statementUntil how long the statement of the member's last pool is waited for at most; null if none is to come
     */
    public static List<Waiting> afterValuation(
            List<Unpaid> unpaid,
            @Nullable LocalDate holdbackUntil,
            @Nullable LocalDate statementUntil,
            LocalDate today) {
        List<Waiting> waiting = new ArrayList<>();
        for (Unpaid payment : unpaid) {
            waiting.add(
                    switch (payment.state()) {
                        case PLANNED -> new Waiting(Next.PAYMENT_COMES_DUE, "time", later(payment.dueOn(), today));
                        case QUEUED -> new Waiting(Next.ROOM_UNDER_THE_CAP, "time", RedemptionCap.nextYear(today));
                        case DUE -> new Waiting(Next.PAYMENT_IS_MADE, "treasurer", null);
                        case PAID -> throw new IllegalArgumentException("a paid payment is not waited for");
                    });
        }
        if (holdbackUntil != null) {
            waiting.add(new Waiting(Next.HOLDBACK_IS_RELEASED, "time", later(holdbackUntil, today)));
        }
        if (statementUntil != null) {
            waiting.add(new Waiting(Next.LAST_STATEMENT, "pricing", later(statementUntil, today)));
        }
        return List.copyOf(waiting);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
