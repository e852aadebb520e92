package coop.parasol.pricing.advance.rules;

import coop.parasol.contracts.AdvanceEvent.AdvanceLine;
import coop.parasol.contracts.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How advances come back. A settlement deducts the advance on the units that it pays, of what it pays to the same member; what that does
 * not cover is deducted by the next settlement. The units of a batch that are paid first are those that got the advance. On units that
 * will not be settled any more the advance is dropped: the member owes it in the books.
 */
public final class AdvanceRecovery {

    private AdvanceRecovery() {}

    /**
     * An advance as it stands.
     *
     * @param quantity of the batch that it was granted on
     * @param recovered by settlements
     * @param declaredDue no settlement deducts it any more
     */
    public record Standing(
            UUID advanceId, UUID batchId, BigDecimal quantity, Money amount, Money recovered, Money declaredDue) {

        /** What is neither recovered nor declared due. */
        public Money outstanding() {
            return amount.minus(recovered).minus(declaredDue);
        }

        /** The part of the advance on the first units of the batch, rounded down; all of it on all units. */
        Money on(BigDecimal units) {
            BigDecimal counted = units.max(BigDecimal.ZERO).min(quantity);
            return new Money(
                    BigDecimal.valueOf(amount.minor())
                            .multiply(counted)
                            .divide(quantity, 0, RoundingMode.FLOOR)
                            .longValueExact(),
                    amount.currency());
        }
    }

    /**
     * An advance, and how many units of its batch settled pools have paid.
     *
     * @param paidUnits those of the settlement in question included
     */
    public record Paid(Standing advance, BigDecimal paidUnits) {}

    /** What of an advance may be deducted now, and was not. */
    public static Money due(Paid paid) {
        return within(
                paid.advance().on(paid.paidUnits()).minus(paid.advance().recovered()),
                paid.advance().outstanding());
    }

    /**
     * What a settlement deducts from one member.
     *
     * @param gross what it pays to the member before advances
     * @param advances of the member, the oldest first, of all products
     * @return a line for each of which something is due; together they deduct {@code gross} at most
     */
    public static List<AdvanceLine> deduct(Money gross, List<Paid> advances) {
        List<AdvanceLine> lines = new ArrayList<>();
        Money left = gross;
        for (Paid paid : advances) {
            Money due = due(paid);
            if (due.isPositive()) {
                Money deducted = within(due, left);
                left = left.minus(deducted);
                lines.add(new AdvanceLine(
                        paid.advance().advanceId(), paid.advance().batchId(), due, deducted));
            }
        }
        return List.copyOf(lines);
    }

    /**
     * What is to be declared due since units will not be settled any more.
     *
     * @param remaining units of the batch that are sold or may still be sold; none after a recall
     */
    public static Money dropped(Standing advance, BigDecimal remaining) {
        return within(
                advance.amount().minus(advance.on(remaining)).minus(advance.declaredDue()), advance.outstanding());
    }

    private static Money within(Money amount, Money most) {
        Money positive = amount.isNegative() ? Money.zero(amount.currency()) : amount;
        return positive.compareTo(most) < 0 ? positive : most;
    }
}
