package coop.parasol.membership.exit.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The bylaws' yearly cap on what is paid to leaving members. It delays and never refuses: who asked first is paid first,
 * what finds no room in a year waits for the next, and what is larger than a year's room is paid over the years.
 * Amounts in minor units.
 */
public final class RedemptionCap {

    private RedemptionCap() {}

    /**
     * What may be paid in a year.
     *
     * @param equity of the firm now
     * @param settlements what was valued for members that are not wholly paid yet; counted in, so that leaving does not
     *     shrink the room of those who leave
     * @param basisPoints of it; all of it is no cap
     * @return at least one minor unit, so that everyone is paid some day
     */
    public static long of(long equity, long settlements, int basisPoints) {
        return basisPoints >= ExitTerms.ALL
                ? Long.MAX_VALUE
                : Math.max(1, ExitSettlement.part(Math.max(0, Math.addExact(equity, settlements)), basisPoints));
    }

    /** How much of the amount is paid now; the rest waits for the next year. */
    public static long now(long amount, long cap, long releasedThisYear) {
        return Math.max(0, Math.min(amount, cap - releasedThisYear));
    }

    /** The first day on which what finds no room today may be paid. */
    public static LocalDate nextYear(LocalDate today) {
        return LocalDate.of(today.getYear() + 1, 1, 1);
    }

    /**
     * What is to be paid.
     *
     * @param place in the queue: by the time of asking
     * @param mine whether the forecast is made for it
     */
    public record Claim(int place, long amount, LocalDate dueOn, boolean mine) {}

    /** What is expected to be paid, and when. */
    public record Expected(LocalDate on, long amount) {}

    /** When the claims that are {@code mine} will be paid if no others come and the cap stays; the latest after 200 years. */
    public static List<Expected> forecast(List<Claim> claims, long cap, long releasedThisYear, LocalDate today) {
        NavigableMap<LocalDate, List<Claim>> days = new TreeMap<>();
        claims.forEach(claim -> at(days, claim.dueOn().isBefore(today) ? today : claim.dueOn(), claim));
        List<Expected> expected = new ArrayList<>();
        int year = today.getYear();
        long released = releasedThisYear;
        while (!days.isEmpty() && days.firstKey().getYear() < today.getYear() + 200) {
            LocalDate day = days.firstKey();
            released = day.getYear() == year ? released : 0;
            year = day.getYear();
            List<Claim> due = days.pollFirstEntry().getValue();
            due.sort(Comparator.comparingInt(Claim::place).thenComparing(Claim::dueOn));
            for (Claim claim : due) {
                long now = now(claim.amount(), cap, released);
                released += now;
                if (now > 0 && claim.mine()) {
                    expected.add(new Expected(day, now));
                }
                if (now < claim.amount()) {
                    at(
                            days,
                            nextYear(day),
                            new Claim(claim.place(), claim.amount() - now, claim.dueOn(), claim.mine()));
                }
            }
        }
        return List.copyOf(expected);
    }

    private static void at(NavigableMap<LocalDate, List<Claim>> days, LocalDate day, Claim claim) {
        days.computeIfAbsent(day, any -> new ArrayList<>()).add(claim);
    }
}
