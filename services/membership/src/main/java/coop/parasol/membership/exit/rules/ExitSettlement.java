package coop.parasol.membership.exit.rules;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** What a leaving member is entitled to, and when. Amounts in minor units. */
public final class ExitSettlement {

    private ExitSettlement() {}

    /**
     * The member's account at the valuation date:
     * {@code payable + holdback + debts = equalShare + patronageCapital}.
     *
     * @param debts set off, never more than the member's equity
     * @param stillOwed what it owes beyond its equity; stays a debt, for no payment is negative
     * @param holdback kept for recalls of its batches, released when the bylaws' months are over
     * @param payable in instalments
     */
    public record Valuation(
            long equalShare, long patronageCapital, long debts, long stillOwed, long holdback, long payable) {}

    /** One part of what is payable. */
    public record Instalment(int number, long amount, LocalDate dueOn) {}

    /** Whether the exit becomes binding: its notice is over. From then on the member does not withdraw it. */
    public static boolean isBinding(LocalDate noticeUntil, LocalDate today) {
        return !today.isBefore(noticeUntil);
    }

    /** Whether the share is valued today: notice is over, and production, quality and distribution have nothing open. */
    public static boolean isDue(ExitState state, LocalDate noticeUntil, LocalDate today) {
        return state == ExitState.CLEARED && isBinding(noticeUntil, today);
    }

    /** @param owed what the member owes the firm */
    public static Valuation value(long shareValue, long patronageCapital, long owed, ExitTerms terms) {
        long equity = Math.addExact(shareValue, patronageCapital);
        long debts = Math.min(Math.max(0, owed), equity);
        long claim = equity - debts;
        long holdback = terms.holdbackMonths() == 0 ? 0 : part(claim, terms.holdbackShare());
        return new Valuation(
                shareValue, patronageCapital, debts, Math.max(0, owed) - debts, holdback, claim - holdback);
    }

    /** The day from which what is left of the holdback is the member's. */
    public static LocalDate holdbackUntil(LocalDate valuedOn, ExitTerms terms) {
        return valuedOn.plusMonths(terms.holdbackMonths());
    }

    /** Equal parts rounded down, the remainder with the last; none that is nothing. */
    public static List<Instalment> instalments(long payable, LocalDate valuedOn, ExitTerms terms) {
        int parts = (int) Math.min(terms.instalments(), payable);
        List<Instalment> plan = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            long equal = payable / parts;
            long amount = part < parts - 1 ? equal : payable - equal * (parts - 1);
            plan.add(new Instalment(part + 1, amount, valuedOn.plus(times(terms.interval(), part))));
        }
        return List.copyOf(plan);
    }

    /** Basis points of an amount, rounded down. */
    static long part(long amount, int basisPoints) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(basisPoints))
                .divide(BigInteger.valueOf(ExitTerms.ALL))
                .longValueExact();
    }

    private static Period times(Period period, int times) {
        return period.multipliedBy(times);
    }
}
