package coop.parasol.membership.exit.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When leaving members will be paid under the yearly cap ({@link RedemptionCap}). Amounts in minor units. */
public final class PaymentForecast {

    private static final int MAX_YEARS = 200;

    private PaymentForecast() {}

    /**
     * What is to be paid to a leaving member.
     *
     * @param place in the queue: by the time of the request
     * @param mine whether the forecast is made for it
     */
    public record Claim(int place, long amount, LocalDate dueOn, boolean mine) {}

    /** What is expected to be paid on a day. */
    public record Expected(LocalDate on, long amount) {}

    /** When the claims that are {@code mine} will be paid if no others come and the cap stays; the latest after 200 years. */
    public static List<Expected> of(List<Claim> claims, long cap, long usedThisYear, LocalDate today) {
        NavigableMap<LocalDate, List<Claim>> days = new TreeMap<>();
        claims.forEach(claim -> add(days, claim.dueOn().isBefore(today) ? today : claim.dueOn(), claim));
        List<Expected> expected = new ArrayList<>();
        int year = today.getYear();
        long used = usedThisYear;
        while (!days.isEmpty() && days.firstKey().getYear() < today.getYear() + MAX_YEARS) {
            LocalDate day = days.firstKey();
            used = day.getYear() == year ? used : 0;
            year = day.getYear();
            List<Claim> due = days.pollFirstEntry().getValue();
            due.sort(Comparator.comparingInt(Claim::place).thenComparing(Claim::dueOn));
            for (Claim claim : due) {
                long payable = RedemptionCap.payableNow(claim.amount(), cap, used);
                used += payable;
                if (payable > 0 && claim.mine()) {
                    expected.add(new Expected(day, payable));
                }
                if (payable < claim.amount()) {
                    long remainder = claim.amount() - payable;
                    add(
                            days,
                            RedemptionCap.nextYear(day),
                            new Claim(claim.place(), remainder, claim.dueOn(), claim.mine()));
                }
            }
        }
        return List.copyOf(expected);
    }

    private static void add(NavigableMap<LocalDate, List<Claim>> days, LocalDate day, Claim claim) {
        days.computeIfAbsent(day, any -> new ArrayList<>()).add(claim);
    }
}
