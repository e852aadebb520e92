package coop.parasol.distribution.forecast.rules;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a partner may say about a coming week: of a product that is made, in its unit, and until the bylaws' day. */
public final class ForecastRules {

    /** Nobody plans further ahead than two years. */
    public static final int MAX_WEEKS_AHEAD = 104;

    private ForecastRules() {}

    /**
     * A product as its standard describes it.
     *
     * @param unit UN/CEFACT Recommendation 20 code
     * @param grades from the best down
     */
    public record Goods(String unit, List<String> grades) {}

    /** Whether it may be forecast. */
    public sealed interface Outcome {}

    /**
     * It may.
     *
     * @param grade the one that was named, or the best
     */
    public record Allowed(String grade) implements Outcome {}

    /** No standard is published for the product. */
    public record UnknownProduct() implements Outcome {}

    /** The standard has no such grade. */
    public record UnknownGrade() implements Outcome {}

    /** The product is counted in another unit. */
    public record WrongUnit(String unit) implements Outcome {}

    /** Less than nothing is expected. */
    public record Negative() implements Outcome {}

    /** The day until which the forecast of the week was changed is over. */
    public record Closed(LocalDate lastDay) implements Outcome {}

    /** The week is too far ahead. */
    public record TooFar(Period lastWeek) implements Outcome {}

    /**
     * Decides about a forecast.
     *
     * @param goods null where no standard is published
     * @param grade null for the best
     * @param today the firm's day
     * @param days before the Monday of its week until which a forecast is changed, by the bylaws
     */
    public static Outcome decide(
            @Nullable Goods goods, @Nullable String grade, Period week, Quantity quantity, LocalDate today, int days) {
        if (goods == null) {
            return new UnknownProduct();
        }
        Optional<String> meant = gradeOf(goods, grade);
        if (meant.isEmpty()) {
            return new UnknownGrade();
        }
        if (!goods.unit().equals(quantity.unit())) {
            return new WrongUnit(goods.unit());
        }
        if (quantity.isNegative()) {
            return new Negative();
        }
        LocalDate lastDay = ForecastDeadline.lastDay(week, days);
        if (today.isAfter(lastDay)) {
            return new Closed(lastDay);
        }
        Period lastWeek = Period.of(today.plusWeeks(MAX_WEEKS_AHEAD));
        return week.compareTo(lastWeek) > 0 ? new TooFar(lastWeek) : new Allowed(meant.get());
    }

    private static Optional<String> gradeOf(Goods goods, @Nullable String named) {
        return named == null
                ? goods.grades().stream().findFirst()
                : goods.grades().stream().filter(named::equals).findFirst();
    }
}
