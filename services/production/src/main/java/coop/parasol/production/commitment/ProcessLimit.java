package coop.parasol.production.commitment;

import coop.parasol.contracts.Period;
import coop.parasol.production.calendar.FirmHolidays;
import coop.parasol.production.process.ProcessPlan;
import coop.parasol.production.process.rules.ProcessCapacity;
import coop.parasol.production.process.rules.ProcessCapacity.Load;
import coop.parasol.production.process.rules.ProcessCapacity.Plan;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the hours of a producer's own process plan allow it to commit for a week, and how far they are taken. */
@ApplicationScoped
class ProcessLimit {

    private static final int DAYS_TO_SUNDAY = 6;

    private final CommittedQuantities committed;
    private final FirmHolidays holidays;

    ProcessLimit(CommittedQuantities committed, FirmHolidays holidays) {
        this.committed = committed;
        this.holidays = holidays;
    }

    /** Whether a producer has a plan by which the hours of a week bound what it can make of a product. */
    boolean bounds(UUID memberId, String product) {
        return ProcessCapacity.bounds(ProcessPlan.of(memberId), product);
    }

    /** Why a producer cannot commit so much more; empty if it can, or has no plan. */
    Optional<Refusal> refusal(UUID memberId, String product, Period week, BigDecimal more) {
        Plan plan = ProcessPlan.of(memberId);
        if (plan.routes().stream().noneMatch(route -> route.product().equals(product))) {
            return Optional.empty();
        }
        Map<String, BigDecimal> units = new HashMap<>(committed.ofWeek(memberId, week));
        units.merge(product, more, BigDecimal::add);
        return ProcessCapacity.bottleneck(plan, week.monday(), holidaysOf(week), units, product)
                .map(ProcessLimit::overLoaded);
    }

    /** The load of each work centre in a week. */
    List<Load> loads(UUID memberId, Plan plan, Period week) {
        return ProcessCapacity.loads(plan, week.monday(), holidaysOf(week), committed.ofWeek(memberId, week));
    }

    private Set<LocalDate> holidaysOf(Period week) {
        return holidays.between(week.monday(), week.monday().plusDays(DAYS_TO_SUNDAY));
    }

    private static Refusal overLoaded(Load load) {
        return new Refusal.InvalidField(
                "quantity.value",
                "over-process-capacity",
                load.workCenter() + " has " + load.hours().toPlainString()
                        + " hours in this week, and with this your commitments would take "
                        + load.taken().stripTrailingZeros().toPlainString() + ".");
    }
}
