package coop.parasol.membership.exit.rules;

import java.time.LocalDate;
import java.time.Period;

/** What a leaving member is entitled to, and when. Amounts in minor units. */
public final class ExitSettlement {

    private ExitSettlement() {}

    /**
     * The member's account at the valuation date: {@code payable + debts = equalShare + patronageCapital}.
     *
     * @param debts set off; more than the member's equity stays a debt and is not part of this
     */
    public record Valuation(long equalShare, long patronageCapital, long debts, long payable) {}

    /** The last day of notice; the share is valued on this day at the earliest. */
    public static LocalDate noticeUntil(LocalDate askedOn, Period noticePeriod) {
        return askedOn.plus(noticePeriod);
    }

    /** Whether the share is valued today: notice is over, and production, quality and distribution have nothing open. */
    public static boolean isDue(ExitState state, LocalDate noticeUntil, LocalDate today) {
        return state == ExitState.CLEARED && !today.isBefore(noticeUntil);
    }

    /** @param owed what the member owes the firm */
    public static Valuation value(long shareValue, long patronageCapital, long owed) {
        long equity = Math.addExact(shareValue, patronageCapital);
        long debts = Math.min(owed, equity);
        return new Valuation(shareValue, patronageCapital, debts, equity - debts);
    }
}
