package coop.parasol.production.process.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the hours of a producer's work centres allow it to make in a week (rough-cut capacity planning): each unit of a product takes the
 * hours of its process steps, and the work centre that runs out first, the bottleneck, bounds what can be committed. A product without a
 * route, and a step without a work centre or hours, takes nothing.
 */
public final class ProcessCapacity {

    private static final int HOUR_DECIMALS = 2;
    private static final int DAYS_OF_A_WEEK = 7;

    private ProcessCapacity() {}

    /**
     * A machine, a place or a group of people whose hours are limited.
     *
     * @param hoursPerWeek without holidays
     * @param daysPerWeek from Monday on; a holiday on one of them takes as large a part of the hours
     */
    public record WorkCenter(String name, BigDecimal hoursPerWeek, int daysPerWeek) {}

    /**
     * A step of a route.
     *
     * @param machine on which it is done, for the producer's own use; absent for none
     * @param workCenter whose hours it takes; absent where none are limited
     * @param hoursPerUnit absent for none
     */
    public record Step(
            String step,
            @Nullable String machine,
            @Nullable String workCenter,
            @Nullable BigDecimal hoursPerUnit) {}

    /** By which steps a product is made. */
    public record Route(String product, List<Step> steps) {}

    /**
     * All that a producer says of its process.
     *
     * @param closedDays of the producer alone, beside the firm's holidays
     */
    public record Plan(List<WorkCenter> workCenters, List<LocalDate> closedDays, List<Route> routes) {

        /** A plan by which nothing is bounded. */
        public static final Plan NONE = new Plan(List.of(), List.of(), List.of());
    }

    /** Hours that a work centre has in a week, and those that are taken. */
    public record Load(String workCenter, BigDecimal hours, BigDecimal taken) {

        /** Whether more is taken than there is. */
        public boolean exceeded() {
            return taken.compareTo(hours) > 0;
        }
    }

    /**
     * The load of each work centre in a week.
     *
     * @param monday of the week
     * @param holidays of the firm
     * @param committed units of each product
     */
    public static List<Load> loads(
            Plan plan, LocalDate monday, Set<LocalDate> holidays, Map<String, BigDecimal> committed) {
        List<Load> loads = new ArrayList<>();
        for (WorkCenter center : plan.workCenters()) {
            BigDecimal taken = plan.routes().stream()
                    .map(route -> committed
                            .getOrDefault(route.product(), BigDecimal.ZERO)
                            .multiply(hoursPerUnit(route, center)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            loads.add(new Load(center.name(), hours(center, plan, monday, holidays), taken));
        }
        return loads;
    }

    /**
     * The first work centre that has not enough hours for what is to be committed; empty if there is none. One that a product does not use
     * does not bound it, however full it is.
     *
     * @param committed units of each product, with those that are to be committed of {@code product}
     */
    public static Optional<Load> bottleneck(
            Plan plan, LocalDate monday, Set<LocalDate> holidays, Map<String, BigDecimal> committed, String product) {
        return plan.routes().stream()
                .filter(route -> route.product().equals(product))
                .flatMap(route -> loads(plan, monday, holidays, committed).stream()
                        .filter(Load::exceeded)
                        .filter(load -> uses(route, load.workCenter())))
                .findFirst();
    }

    /** Whether a unit of a product takes hours of a work centre of the plan, so that hours bound how much of it can be made. */
    public static boolean bounds(Plan plan, String product) {
        return plan.routes().stream()
                .filter(route -> route.product().equals(product))
                .anyMatch(route -> plan.workCenters().stream().anyMatch(center -> uses(route, center.name())));
    }

    private static boolean uses(Route route, String workCenter) {
        return route.steps().stream()
                .anyMatch(step -> workCenter.equals(step.workCenter())
                        && step.hoursPerUnit() != null
                        && step.hoursPerUnit().signum() > 0);
    }

    private static BigDecimal hoursPerUnit(Route route, WorkCenter center) {
        return route.steps().stream()
                .filter(step -> center.name().equals(step.workCenter()))
                .map(step -> step.hoursPerUnit() == null ? BigDecimal.ZERO : step.hoursPerUnit())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Rounded down, so that nothing is promised that there is no time for. */
    private static BigDecimal hours(WorkCenter center, Plan plan, LocalDate monday, Set<LocalDate> holidays) {
        long open = 0;
        for (int day = 0; day < Math.min(center.daysPerWeek(), DAYS_OF_A_WEEK); day++) {
            LocalDate date = monday.with(DayOfWeek.MONDAY).plusDays(day);
            if (!holidays.contains(date) && !plan.closedDays().contains(date)) {
                open++;
            }
        }
        return center.hoursPerWeek()
                .multiply(BigDecimal.valueOf(open))
                .divide(BigDecimal.valueOf(center.daysPerWeek()), HOUR_DECIMALS, RoundingMode.DOWN);
    }
}
