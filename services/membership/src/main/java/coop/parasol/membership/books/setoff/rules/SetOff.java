package coop.parasol.membership.books.setoff.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A claim of the firm is settled by what the firm comes to owe the same member: of each amount as much as is still owed, never below
 * zero, so that no payment is negative and nothing is set off twice. Amounts in minor units.
 */
public final class SetOff {

    private SetOff() {}

    /**
     * What the firm has come to owe.
     *
     * @param sourceDocument what for
     * @param amount at least zero
     */
    public record Raised(String sourceDocument, UUID memberId, long amount) {}

    /**
     * Sets claims off against amounts, in the order of the amounts.
     *
     * @param owed what each member owes the firm; a member that is absent, or with zero or less, owes nothing
     * @return what is set off of each amount, in their order; zero where nothing is
     */
    public static List<Long> divide(List<Raised> raised, Map<UUID, Long> owed) {
        Map<UUID, Long> left = new HashMap<>(owed);
        List<Long> setOff = new ArrayList<>(raised.size());
        for (Raised amount : raised) {
            long claim = Math.max(0, left.getOrDefault(amount.memberId(), 0L));
            long settled = Math.min(claim, Math.max(0, amount.amount()));
            left.put(amount.memberId(), claim - settled);
            setOff.add(settled);
        }
        return List.copyOf(setOff);
    }
}
